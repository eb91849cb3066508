import * as fc from 'fast-check';
import { parse, parseDocument, visit, type YAMLMap } from 'yaml';
import { describe, expect, it } from 'vitest';
import { acceptInto } from '../../src/load/accept.ts';
import { checkContent } from '../../src/load/check.ts';
import { checkExpectations } from '../../src/load/expectations.ts';
import { buildLibrary } from '../../src/load/library.ts';
import { Memory } from '../../src/load/memory.ts';
import { harbour, harbourTexts } from './harbour-texts.ts';

const FILES = [...harbourTexts.keys()].filter((path) => path.includes('/scenarios/'));

/** All files but the one that is looked at are the same each time. */
const memory = new Memory();

/** One scenario with what comes out accepted; and what would still be wrong with it. */
function accepted(path: string, text: string) {
  const { content, dossiers, problems } = checkContent(
    [harbour],
    new Map(harbourTexts).set(path, text),
    { memory },
  );
  if (content === null) throw new Error(JSON.stringify(problems));
  const holding = buildLibrary(content).holdings.get(harbour.id);
  const file = dossiers[0]?.scenarios.find((each) => each.file === path);
  if (holding === undefined || file === undefined) throw new Error('The scenario is not there.');
  const { agreement, scenarios } = holding;
  return {
    ...acceptInto(text, agreement, file.value, scenarios),
    differences: checkExpectations(agreement, [file], scenarios),
  };
}

const READINGS = [...harbourTexts.keys()].filter((path) => path.includes('/readings/')).length;

type Step = { expect?: unknown; gates?: Record<string, unknown> };

/** What is not for `accept` to write. */
function rest(text: string): unknown {
  const data = parse(text) as { steps: Step[] };
  return {
    ...data,
    steps: data.steps.map(({ gates, ...step }) => {
      delete step.expect;
      return { ...step, gates: Object.keys(gates ?? {}) };
    }),
  };
}

/** A scenario with some expectations gone and others wrong, in block style or on one line. */
const spoilt = fc
  .record({ path: fc.constantFrom(...FILES), choices: fc.infiniteStream(fc.nat(11)) })
  .map(({ path, choices }) => {
    const next = () => choices.next().value as number;
    const document = parseDocument(harbourTexts.get(path) ?? '');
    const { steps } = document.toJS() as { steps: Step[] };
    for (const [index, step] of steps.entries()) {
      if (step.expect !== undefined) spoil(['steps', index, 'expect'], next);
      for (const gate of Object.keys(step.gates ?? {}))
        spoil(['steps', index, 'gates', gate], next);
      const node = document.getIn(['steps', index]) as YAMLMap;
      // A step in braces has all that stands in it in braces.
      if (next() < 3) {
        visit(node, { Collection: (_, each) => void (each.flow = true) });
        if (next() < 6) node.items.reverse();
      }
    }
    return { path, text: document.toString({ lineWidth: 0 }) };

    /** Where each reading is named, `every` would speak for none. */
    function setOwn(place: (string | number)[], reading: string, value: string): void {
      document.setIn([...place, reading], value);
      const node = document.getIn(place) as YAMLMap;
      if (node.has('every') && node.items.length > READINGS) node.delete('every');
    }

    function spoil(place: (string | number)[], choose: () => number): void {
      const isGate = place.includes('gates');
      const node = document.getIn(place) as { flow?: boolean; commentBefore?: string };
      switch (choose()) {
        case 0:
          if (!isGate) document.deleteIn(place);
          break;
        case 1:
          document.setIn(place, { every: isGate ? 'passed' : 'disputed' });
          break;
        case 2:
          node.flow = false;
          setOwn(place, 'northquay', isGate ? 'passed' : 'already');
          break;
        case 3:
          node.flow = false;
          node.commentBefore = ' a word of the author';
          setOwn(place, 'guild', isGate ? 'passed' : 'already');
          break;
        case 4:
          document.setIn(place, document.createNode({}, { flow: true }));
          break;
        default:
      }
    }
  });

describe('What comes out of a scenario', () => {
  it('is left as it is written where it is expected', () => {
    for (const path of FILES) {
      const text = harbourTexts.get(path) ?? '';
      expect(accepted(path, text)).toEqual({ text, stopped: null, differences: [] });
    }
  });

  it('is what the scenario expects once it is accepted, and nothing else is changed', () => {
    let changed = 0;
    fc.assert(
      fc.property(spoilt, ({ path, text }) => {
        const once = accepted(path, text);
        const twice = accepted(path, once.text);
        expect(twice.differences).toEqual([]);
        expect(twice.text).toBe(once.text);
        expect(rest(once.text)).toEqual(rest(text));
        const comments = (of: string) => of.match(/#.*$/gm)?.map((each) => each.trim()) ?? [];
        expect(comments(once.text).toSorted()).toEqual(comments(text).toSorted());
        if (once.text !== text) changed += 1;
      }),
      { numRuns: 60 },
    );
    expect(changed).toBeGreaterThan(20);
  });

  it('is written short: every speaks for most, on one line where it fits', () => {
    const path = 'harbour/scenarios/canal-opens-early.yaml';
    const text = (harbourTexts.get(path) ?? '').replaceAll(/\n {4}expect: .*/g, '');
    expect(text).not.toContain('expect');
    expect(accepted(path, text).text).toBe(harbourTexts.get(path));
  });

  it('goes into a step on one line, and goes from a step that does nothing', () => {
    const path = 'harbour/scenarios/canal-opens-early.yaml';
    const step =
      '  - { id: tolls-off, title: Northquay suspends the tolls, status: assumed, event: tolls.suspended }\n';
    const text = (harbourTexts.get(path) ?? '').replace(
      / {2}- id: tolls-off[^]*?(?= {2}- id)/,
      step,
    );
    expect(accepted(path, text).text).toContain(
      'event: tolls.suspended, expect: { every: unopposed } }',
    );
  });
});

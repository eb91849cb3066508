import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Agreement, partyReadings } from '../../src/model/agreement.ts';
import { compiled } from '../../src/search/compile.ts';
import { type About, UNSAID } from '../../src/search/export/about.ts';
import { EXPORT_FORMATS, exportSystem } from '../../src/search/export/formats.ts';
import { asNamedSystem, type NamedGuard, type NamedSystem } from '../../src/search/export/json.ts';
import { exportedPart, type Part } from '../../src/search/export/part.ts';
import { eventGoal } from '../../src/search/goal.ts';
import { holds, namedState, type State, type System, take } from '../../src/search/system.ts';
import { finish } from '../../src/search/work.ts';
import { anyAgreement } from '../../src/testing/any-agreement.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { ByDefinition } from './by-definition.ts';
import {
  anyGoal,
  anyStandpoint,
  reachableStates,
  READINGS,
  SMALL,
  standpoint,
} from './invented.ts';

/** Where the events of a system written by names lead from a state. */
function nextByNames(system: NamedSystem, state: Record<string, string>): string[] {
  const meets = (guard: NamedGuard): boolean => {
    if ('all' in guard) return guard.all.every(meets);
    if ('any' in guard) return guard.any.some(meets);
    return guard.stages.includes(state[guard.region] ?? '');
  };
  return system.events
    .filter(({ guard }) => meets(guard))
    .map(({ id, moves }) => {
      const next = { ...state };
      for (const [region, move] of Object.entries(moves))
        next[region] = move[state[region] ?? ''] ?? state[region] ?? '';
      return `${id} ${JSON.stringify(next)}`;
    });
}

/** Where the events of a statechart in SCXML lead from a state, by a reading of what is written there. */
function nextByScxml(text: string, state: Record<string, string>): string[] {
  const unescaped = (part: string): string =>
    part
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
  const regions = new Map(
    Object.keys(state).map((region) => [region.replaceAll(/\W/g, '_'), region]),
  );
  const active = new Set(
    Object.entries(state).map(([region, stage]) => `${region.replaceAll(/\W/g, '_')}.${stage}`),
  );
  const next = new Map<string, Record<string, string>>();
  for (const [, id = '', body = ''] of text.matchAll(
    /<state id="([^"]+\.[^"]+)">([\s\S]*?)<\/state>/g,
  )) {
    if (!active.has(id)) continue;
    const transition = /<transition event="([^"]*)" cond="([^"]*)" target="([^"]*)"\/>/g;
    for (const [, event = '', guard = '', target = ''] of body.matchAll(transition)) {
      const test = unescaped(guard).replaceAll(/In\('([^']+)'\)/g, (_, stage: string) =>
        String(active.has(stage)),
      );
      if (!isTrue(test)) continue;
      const [name = '', stage = ''] = target.split('.');
      next.set(event, { ...(next.get(event) ?? state), [regions.get(name) ?? 'nowhere']: stage });
    }
  }
  return [...next].map(([event, reached]) => `${event} ${JSON.stringify(reached)}`);
}

/** Evaluates an expression of true, false, &&, || and brackets, from the inside out. */
function isTrue(expression: string): boolean {
  let text = expression.replaceAll(' ', '');
  for (let before = ''; before !== text;) {
    before = text;
    text = text
      .replaceAll(/\((true|false)\)/g, '$1')
      .replaceAll(/(true|false)&&(true|false)/g, (_, left, right) =>
        String(left === 'true' && right === 'true'),
      )
      .replaceAll(/(?<![&])(true|false)\|\|(true|false)(?!&)/g, (_, left, right) =>
        String(left === 'true' || right === 'true'),
      );
  }
  return text === 'true';
}

/**
 * Where the summands of a process in mCRL2 lead from a state, by a reading of what is written there: the guard, the
 * action, and the parameters that change, all of them by the old values.
 */
function nextByMcrl2(text: string, system: System, state: Record<string, string>): string[] {
  const nameOf = (id: string) => id.replaceAll(/[^a-zA-Z0-9]/g, '_');
  const values = new Map<string, string>();
  const stages = new Map<string, string>();
  for (const { id, stages: ids } of system.regions) {
    values.set(`region_${nameOf(id)}`, `stage_${nameOf(id)}_${nameOf(state[id] ?? '')}`);
    for (const stage of ids) stages.set(`stage_${nameOf(id)}_${nameOf(stage)}`, stage);
  }
  const known = (expression: string) =>
    expression.replaceAll(
      /\(?(region_\w+) == (stage_\w+)\)?/g,
      (_, region: string, stage: string) => String(values.get(region) === stage),
    );
  /** The value of nested `if(test, then, else)`; each `else` is the last of its kind or a parameter. */
  const valueOf = (expression: string): string => {
    const [, test = '', then = '', rest = ''] =
      /^if\((true|false), (stage_\w+), (.*)\)$/.exec(expression) ?? [];
    if (test === '') return values.get(expression) ?? expression;
    return test === 'true' ? then : valueOf(rest);
  };
  const summands = /^ {2}(.+) -> event_(\w+) \. Agreement\((.*)\)(?: \+|;)$/gm;
  const eventIds = new Map(system.events.map(({ id }) => [nameOf(id), id]));
  return [...text.matchAll(summands)].flatMap(([, guard = '', action = '', updates = '']) => {
    if (!isTrue(known(guard))) return [];
    const next = { ...state };
    for (const [, region = '', value = ''] of updates.matchAll(
      /region_(\w+) = (.*?)(?=, region_\w+ = |$)/g,
    )) {
      const id = system.regions.find((each) => nameOf(each.id) === region)?.id ?? region;
      // In an `if` the comparison stands without brackets of its own.
      const plain = value.replaceAll(
        /(region_\w+) == (stage_\w+)/g,
        (_, name: string, stage: string) => String(values.get(name) === stage),
      );
      next[id] = stages.get(valueOf(plain)) ?? 'nowhere';
    }
    return [`${eventIds.get(action)} ${JSON.stringify(next)}`];
  });
}

/** One reading of an invented agreement, or several at once, from equal or different stages, and a goal. */
const anyPart = anyAgreement(SMALL).chain((agreement) =>
  fc
    .record({
      views: fc
        .subarray(READINGS, { minLength: 1 })
        .chain((readings) =>
          fc.tuple(...readings.map((reading) => anyStandpoint(agreement, reading))),
        ),
      goal: fc.option(anyGoal(agreement)),
    })
    .map((asked) => ({
      agreement,
      ...asked,
      part: finish(exportedPart(agreement, asked.views, asked.goal)),
    })),
);

/** Lines that try to break out of a comment, and any others. */
const anyLine = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '-',
        '--',
        '->',
        '>',
        '<!',
        '*',
        '/',
        '\\',
        '\n',
        '\r',
        '\u2028',
        '\u0085',
        '%',
        'x',
        ' ',
        '?',
        '\uFFFF',
        '\uD800',
      ),
    )
    .map((parts) => parts.join('')),
);

function aboutOf({ goal, states, goalReachable }: Part, ...lines: string[]): About {
  const text = lines.join(' ');
  return {
    lines,
    states,
    goal: goal === null ? null : { text, guard: goal, reachable: goalReachable },
  };
}

/** The formats that have comments. */
const COMMENTED = ['promela', 'murphi', 'mcrl2', 'scxml'] as const;

/** What a reader of the language has left of a file once its comments are gone. */
function withoutComments(format: (typeof COMMENTED)[number], text: string): string {
  switch (format) {
    case 'promela':
      return text.replaceAll(/\/\*[\s\S]*?\*\//g, '');
    case 'murphi':
      return text.replaceAll(/^--[^\n]*\n/gm, '');
    case 'mcrl2':
      return text.replaceAll(/^%[^\n]*\n/gm, '');
    case 'scxml':
      // The production for comments of Extensible Markup Language 1.0, 2.5.
      return text.replaceAll(/<!--(?:[^-]|-[^-])*-->\n/g, '');
  }
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/**
 * The tags of a document in XML.
 *
 * @throws Error where it is not well-formed
 */
function tagsOf(xml: string): Tag[] {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const tags: Tag[] = [];
  const open: string[] = [];
  const tag = /<(\/?)([a-z]+)((?: [a-z]+="(?:[^<&"]|&(?:amp|lt|gt|quot);)*")*)(\/?)>/g;
  const read = (_: string, closing: string, name: string, text: string, empty: string): string => {
    if (closing === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing.`);
      return '';
    }
    const pairs = [...text.matchAll(/([a-z]+)="([^"]*)"/g)];
    const attributes = new Map(pairs.map(([, key = '', value = '']) => [key, value]));
    if (attributes.size < pairs.length) throw new Error(`<${name}> has an attribute twice.`);
    tags.push({ name, attributes });
    if (empty === '') open.push(name);
    return '';
  };
  const document = withoutComments('scxml', xml);
  const rest = document.slice(declaration.length).replaceAll(tag, read);
  if (!document.startsWith(declaration) || open.length > 0 || rest.trim() !== '')
    throw new Error(`This is not well-formed: ${open.join(' ')} ${rest.trim()}`);
  return tags;
}

describe('an export', () => {
  it('by names, in SCXML and in mCRL2 says what the system does, of one run and of several', () => {
    let together = 0;
    fc.assert(
      fc.property(anyPart, ({ part: { system } }) => {
        if (system.regions.some(({ id }) => id.includes('@'))) together += 1;
        const named = asNamedSystem(system);
        const scxml = exportSystem(system, 'scxml');
        const mcrl2 = exportSystem(system, 'mcrl2');
        for (const state of reachableStates(system).slice(0, 20)) {
          const names = namedState(system, state);
          // Where every run has an event behind it, it moves nothing, and is no transition in SCXML.
          const moving = (next: string[]): string[] =>
            next.filter((each) => !each.endsWith(` ${JSON.stringify(names)}`)).toSorted();
          const expected = moving(
            system.events.flatMap((event) => {
              const next: State | null = take(event, state);
              return next === null
                ? []
                : [`${event.id} ${JSON.stringify(namedState(system, next))}`];
            }),
          );
          expect(moving(nextByNames(named, names))).toEqual(expected);
          expect(moving(nextByScxml(scxml, names))).toEqual(expected);
          expect(moving(nextByMcrl2(mcrl2, system, names))).toEqual(expected);
        }
      }),
      { numRuns: 100 },
    );
    expect(together).toBeGreaterThan(10);
  });

  it('counts its states, and knows whether its goal can be reached', () => {
    const seen = new Set<boolean | null>();
    fc.assert(
      fc.property(anyPart, ({ agreement, views, goal, part }) => {
        const states = reachableStates(part.system);
        const { goal: guard } = part;
        expect(part.states).toBe(BigInt(states.length));
        expect(part.goalReachable).toBe(
          guard === null ? null : states.some((state) => holds(guard, state)),
        );
        // Whatever was cut off, the goal is reached as before: an event by being taken, and where it has been, again.
        const plain = new ByDefinition(agreement, views);
        if (goal !== null && !(goal.kind === 'event' && plain.isDone(goal)))
          expect(part.goalReachable).toBe(plain.distance(goal) !== null);
        seen.add(part.goalReachable);
        const json = JSON.parse(exportSystem(part.system, 'json', aboutOf(part))) as NamedSystem;
        expect(json.reachableStates).toBe(String(states.length));
        expect(json.goalReachable).toBe(part.goalReachable);
        expect(json.goal === null).toBe(goal === null);
      }),
      { numRuns: 100 },
    );
    expect(seen).toEqual(new Set([true, false, null]));
  });

  it('says that it was not counted where the count was stopped', () => {
    const { agreement } = loadHarbour();
    const [gate = ''] = agreement.gates.keys();
    const views = partyReadings(agreement).map(({ id }) => standpoint(id));
    const work = exportedPart(agreement, views, eventGoal(agreement.gates.get(gate)?.event ?? ''));
    const part = finish(work, () => true);
    // What was found by then may have the goal in it; that it has not proves nothing.
    expect([part.states, part.goalReachable]).not.toContain(false);
    expect(part.states).toBeNull();
    const text = exportSystem(part.system, 'promela', aboutOf({ ...part, goalReachable: null }));
    expect(text).toContain('phasegate did not count the reachable states to the end.');
    expect(text).toContain('phasegate does not know whether it can be reached.');
    expect(text).toContain(`./pan -m10000010 -w24`);
    expect(asNamedSystem(part.system, aboutOf(part)).reachableStates).toBeNull();
  });

  it('names every region and every stage once', () => {
    fc.assert(
      fc.property(anyPart, ({ part: { system } }) => {
        const stages = system.regions.flatMap((region) => region.stages).length;
        const promela = exportSystem(system, 'promela');
        const declared = [...promela.matchAll(/^(?:#define|byte) (\w+)\b/gm)].map(
          ([, name]) => name,
        );
        expect(new Set(declared).size).toBe(stages + system.regions.length);
        const murphi = exportSystem(system, 'murphi');
        const enumerated = [...murphi.matchAll(/\bstage_\w+(?=[ ,].*};$)/gm)].map(([name]) => name);
        expect(new Set(enumerated).size).toBe(stages);
        const rules = [...murphi.matchAll(/^rule (.*)$/gm)].map(([, name]) => name);
        expect(new Set(rules).size).toBe(system.events.length);
        const ids = tagsOf(exportSystem(system, 'scxml')).flatMap(({ attributes }) =>
          [...attributes].filter(([key]) => key === 'id').map(([, id]) => id),
        );
        expect(new Set(ids).size).toBe(1 + stages + system.regions.length);
        for (const id of ids) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses ids that a name, a comment or an attribute could not hold', () => {
    const { agreement } = loadHarbour();
    const [reading = ''] = agreement.readings.keys();
    const system = compiled(agreement, standpoint(reading));
    const [first, ...others] = system.regions;
    const [event] = system.events;
    if (first === undefined || event === undefined) throw new Error('The fixture is empty.');
    const broken: System[] = ['a"b', "a'b", 'a_b', 'a b', '<a', '', '*/', 'a\n'].flatMap((id) => [
      { ...system, regions: [{ ...first, id }, ...others] },
      { ...system, regions: [{ ...first, stages: [id, ...first.stages.slice(1)] }, ...others] },
      { ...system, events: [{ ...event, id }] },
    ]);
    broken.push({ ...system, regions: [first, first, ...others] });
    for (const each of broken)
      for (const format of EXPORT_FORMATS)
        expect(() => exportSystem(each, format)).toThrow(RangeError);
  });

  it('says anything in comments that no line breaks out of', () => {
    fc.assert(
      fc.property(anyPart, fc.array(anyLine, { maxLength: 4 }), ({ part }, lines) => {
        for (const format of COMMENTED) {
          const text = exportSystem(part.system, format, aboutOf(part, ...lines));
          const other = exportSystem(part.system, format, aboutOf(part, 'plain'));
          expect(withoutComments(format, text)).toBe(withoutComments(format, other));
          // No character is a line break to some tool only, and none is beyond what XML holds.
          expect(text).not.toMatch(/[^\n\P{Cc}]|[\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/u);
        }
        expect(
          tagsOf(exportSystem(part.system, 'scxml', aboutOf(part, ...lines))).length,
        ).toBeGreaterThan(2);
      }),
      { numRuns: 100 },
    );
  });

  it('looks the same as last time', () => {
    const { agreement } = loadHarbour();
    const [reading = ''] = agreement.readings.keys();
    const [gate = ''] = agreement.gates.keys();
    const goal = eventGoal(agreement.gates.get(gate)?.event ?? '');
    const part = finish(exportedPart(agreement, [standpoint(reading)], goal));
    const about = { ...aboutOf(part, gate), lines: [agreement.title] };
    for (const format of ['mcrl2', 'promela', 'murphi'] as const)
      expect(exportSystem(part.system, format, about)).toMatchSnapshot(format);
  });

  it('gives no commands for more states than a tool can store', () => {
    const agreement: Agreement = loadHarbour().agreement;
    const [{ id } = { id: '' }] = partyReadings(agreement);
    const { system } = finish(exportedPart(agreement, [standpoint(id)], null));
    const head = (format: 'promela' | 'murphi' | 'mcrl2', states: bigint | null): string =>
      exportSystem(system, format, { ...UNSAID, states });
    for (const format of ['promela', 'murphi'] as const) {
      expect(head(format, 10n ** 12n)).toContain('--slice GOAL');
      expect(head(format, 10n ** 12n)).not.toMatch(/pan\.c|rumur --/);
      expect(head(format, null)).toContain('did not count the reachable states to the end');
    }
    expect(head('mcrl2', 10n ** 12n)).toMatch(/1000000000000\n[\s\S]*lpsreach model\.lps/);
    expect(head('mcrl2', 10n ** 12n)).not.toContain('lps2lts');
  });
});

import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/load/check.ts';
import type { ContentData } from '../../src/load/library.ts';
import { loadScenarioText, openAtHand, type OpenOptions } from '../../src/load/open.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { edited, harbour, harbourTexts } from './harbour-texts.ts';

const RECORD = 'harbour/scenarios/harbour-record.yaml';

function compiledHarbour(): ContentData {
  const { content } = checkContent([harbour], harbourTexts);
  if (content === null) throw new Error('The fixture is not valid.');
  // As it comes back from the file that the build writes.
  return JSON.parse(JSON.stringify(content)) as ContentData;
}

const compiled = compiledHarbour();

/** A disk that holds these files; it counts how often one was read. */
function disk(texts: ReadonlyMap<string, string>): Omit<OpenOptions, 'compiled'> {
  return {
    folder: 'harbour',
    readFile: (path) => {
      const value = texts.get(path);
      return value === undefined
        ? { ok: false, error: { message: 'is not there', hint: null } }
        : { ok: true, value };
    },
    listFiles: (folder) => {
      const names = [...texts.keys()]
        .filter((path) => path.slice(0, path.lastIndexOf('/')) === folder)
        .map((path) => path.slice(folder.length + 1));
      return names.length === 0 ? null : { ok: true, value: names.toSorted() };
    },
  };
}

describe('openAtHand', () => {
  it('takes what the build left where the files are the same', async () => {
    const opened = await openAtHand({ ...disk(harbourTexts), compiled });
    expect(opened).toMatchObject({ edited: false, problems: [] });
    expect(opened.holding?.agreement.title).toBe('The harbour accord');
  });

  it('takes what the build left where there are no files, as in an installed package', async () => {
    const opened = await openAtHand({ ...disk(new Map()), compiled });
    expect(opened).toMatchObject({ edited: false, problems: [] });
    expect(opened.holding).not.toBeNull();
  });

  it('gives the same library either way', async () => {
    const fast = await openAtHand({ ...disk(harbourTexts), compiled });
    const slow = await openAtHand({ ...disk(harbourTexts), compiled: null });
    expect(slow.edited).toBe(true);
    expect(slow.holding).not.toBeNull();
    expect(fast.holding).toEqual(slow.holding);
  });

  it('reads edited files anew', async () => {
    const texts = edited(['harbour/agreement.yaml', 'The harbour accord', 'The new accord']);
    const opened = await openAtHand({ ...disk(texts), compiled });
    expect(opened.edited).toBe(true);
    expect(opened.holding?.agreement.title).toBe('The new accord');
  });

  it('does not mind a byte order mark that an editor put there', async () => {
    const texts = new Map(harbourTexts);
    texts.set(RECORD, `\uFEFF${texts.get(RECORD) ?? ''}`);
    const opened = await openAtHand({ ...disk(texts), compiled });
    expect(opened.problems).toEqual([]);
    expect(opened.holding).not.toBeNull();
  });

  it('notices a file that was added, and one that was removed', async () => {
    const added = new Map(harbourTexts).set('harbour/scenarios/new.yaml', 'id: new\n');
    const withNew = await openAtHand({ ...disk(added), compiled });
    expect(withNew.holding).toBeNull();
    expect(withNew.problems.map(formatProblem)).toEqual([
      'harbour/scenarios/new.yaml:1:1: title is missing [missing-key]',
    ]);

    const removed = new Map(harbourTexts);
    removed.delete('harbour/scenarios/guild-sequence.yaml');
    const without = await openAtHand({ ...disk(removed), compiled });
    expect(without.problems).toEqual([]);
    expect(without.holding?.scenarios.has('guild-sequence')).toBe(false);
  });

  it('follows its scenarios to another folder, as its own file says', async () => {
    const texts = edited(['harbour/agreement.yaml', 'opens:', 'scenarios: ../told\nopens:']);
    for (const [path, text] of harbourTexts) {
      if (!path.startsWith('harbour/scenarios/')) continue;
      texts.delete(path);
      texts.set(path.replace('harbour/scenarios/', 'told/'), text);
    }
    const opened = await openAtHand({ ...disk(texts), compiled });
    expect(opened).toMatchObject({ edited: true, problems: [] });
    const held = opened.holding;
    expect([held?.definition.scenarios, held?.scenarios.size]).toEqual(['told', 4]);
  });

  it.each([
    ['title: The harbour accord', 'title: 5', '2:8: title: expected text, got 5'],
    ['id: harbour', 'id: Harbour', '1:5: id: "Harbour" must be lower-case words'],
    ['opens:', 'sources: /etc\nopens:', '7:10: sources: "/etc" must be a folder'],
    ['opens:', 'opens', '7:1: not valid YAML'],
  ])('says what is wrong with its own file, and no more: %j as %j', async (from, to, problem) => {
    const texts = edited(['harbour/agreement.yaml', from, to]);
    const opened = await openAtHand({ ...disk(texts), compiled });
    expect(opened.holding).toBeNull();
    expect(opened.problems.map(formatProblem)).toEqual([
      expect.stringContaining(`harbour/agreement.yaml:${problem}`),
    ]);
  });

  /** Another agreement in a folder beside it, which keeps its scenarios where the first one does. */
  const besides = (changes: readonly (readonly [from: string, to: string])[]) => {
    const texts = edited(['harbour/agreement.yaml', 'opens:', 'scenarios: ../told\nopens:']);
    for (const [path, text] of harbourTexts) {
      const told = path.replace('harbour/scenarios/', 'told/');
      if (told !== path) texts.delete(path);
      texts.set(told === path ? path : told, texts.get(path) ?? text);
    }
    const both = new Map(texts);
    for (const [path, text] of texts) {
      const haven = changes.reduce(
        (written, [from, to]) => written.replaceAll(from, to),
        text.replaceAll(/^(agreement|id): harbour$/gm, '$1: haven'),
      );
      if (!path.startsWith('told/')) both.set(path.replace('harbour/', 'haven/'), haven);
      else both.set(path.replace(/\.yaml$/, '-haven.yaml'), haven);
    }
    return both;
  };

  it.each([
    [[]],
    [[['opens:', 'opens']]],
    [[['kind: documented', 'kind: invented']]],
    [[['title: The record,', 'title: "The record,']]],
    [[['event: envoys.met', 'event: envoys.ment']]],
  ] as const)('does not mind what is wrong with another agreement: %j', async (changes) => {
    const texts = besides(changes);
    const opened = await openAtHand({ ...disk(texts), beside: ['haven'], compiled });
    expect(opened.problems.map(formatProblem)).toEqual([]);
    expect(opened.holding?.agreement.id).toBe('harbour');
    expect(opened.holding?.scenarios.size).toBe(4);
  });

  it('begins with the first scenario where none is named, and with none where there is none', async () => {
    const texts = edited(['harbour/agreement.yaml', 'opens: harbour-record\n', '']);
    const opened = await openAtHand({ ...disk(texts), compiled: null });
    expect(opened.holding?.opens).toBe('harbour-record');
    for (const path of harbourTexts.keys())
      if (path.startsWith('harbour/scenarios/')) texts.delete(path);
    const bare = await openAtHand({ ...disk(texts), compiled: null });
    expect(bare.problems).toEqual([]);
    expect(bare.holding?.opens).toBeNull();
  });

  it.each(['agreement', 'parties', 'regions', 'events'])('misses %s.yaml', async (role) => {
    const texts = new Map(harbourTexts);
    texts.delete(`harbour/${role}.yaml`);
    const opened = await openAtHand({ ...disk(texts), compiled });
    expect(opened.holding).toBeNull();
    expect(opened.problems.map(formatProblem)).toEqual([
      expect.stringContaining(`harbour/${role}.yaml: the file is not there [cannot-read]`),
    ]);
  });

  it('reports a file that cannot be read', async () => {
    const whole = disk(harbourTexts);
    const error = { message: 'is a named pipe, not a file', hint: null };
    const opened = await openAtHand({
      ...whole,
      compiled,
      readFile: (path) => (path === RECORD ? { ok: false, error } : whole.readFile(path)),
    });
    expect(opened.holding).toBeNull();
    expect(opened.problems.map(formatProblem)).toContain(
      `${RECORD}: is a named pipe, not a file [cannot-read]`,
    );
  });

  it('passes over other files', async () => {
    const texts = new Map(harbourTexts).set('harbour/notes.yaml', '][');
    const opened = await openAtHand({ ...disk(texts), compiled });
    expect(opened).toMatchObject({ edited: false, problems: [] });
  });

  it('puts the readings of parties first, and the default scenario', async () => {
    const { holding } = await openAtHand({ ...disk(harbourTexts), compiled });
    const { agreement, scenarios } = holding ?? {};
    expect([...(agreement?.readings.keys() ?? [])]).toEqual([
      'northquay',
      'southquay',
      'guild',
      'charter',
    ]);
    expect(agreement?.sources.map(({ id }) => id)).toEqual(['gazette-1', 'gazette-2', 'gazette-3']);
    expect([...(scenarios?.keys() ?? [])]).toEqual([
      'harbour-record',
      'guild-sequence',
      'canal-opens-early',
      'wreck-never-raised',
    ]);
  });
});

describe('loadScenarioText', () => {
  const own = `agreement: harbour
id: my-own
kind: hypothetical
title: What if the envoys part?
summary: A user's own scenario.
branchesFrom: { scenario: harbour-record, step: wreck-first }
steps:
  - { id: envoys-part, title: The envoys part, status: assumed, event: envoys.parted, expect: { every: unopposed } }
`;
  const load = async (text: string, options?: { expectations: boolean }) => {
    const { holding } = await openAtHand({ ...disk(harbourTexts), compiled });
    if (holding === null) throw new Error('The fixture is not valid.');
    return loadScenarioText(holding, 'mine.yaml', text, options);
  };

  it('gives a scenario from anywhere, beside those that ship', async () => {
    const { scenario, scenarios, problems } = await load(own, { expectations: true });
    expect(problems).toEqual([]);
    expect(scenario?.id).toBe('my-own');
    expect([...scenarios.keys()]).toEqual([
      'harbour-record',
      'guild-sequence',
      'canal-opens-early',
      'wreck-never-raised',
      'my-own',
    ]);
  });

  it('lets an edited copy stand in for the scenario that it copies', async () => {
    const text = (harbourTexts.get(RECORD) ?? '').replace('The record,', 'My record,');
    const { scenario, scenarios, problems } = await load(text);
    expect(problems).toEqual([]);
    expect(scenarios.get('harbour-record')).toBe(scenario);
    expect(scenarios.size).toBe(4);
  });

  it.each([
    [
      'agreement: harbour',
      'agreement: harbours',
      '1:12: the scenario is of the agreement harbours, not of harbour [other-agreement]\n    did you mean harbour?',
    ],
    [
      'envoys.parted',
      'envoys.part',
      '8:72: there is no event "envoys.part" [unknown-id]\n    did you mean envoys.parted?',
    ],
    [
      'expect: { every: unopposed }',
      'gates: { canalOpened: { every: unstated } }',
      '8:96: there is no gate or event "canalOpened" [unknown-id]\n    did you mean canal.opened?',
    ],
    [
      'event: envoys.parted, expect: { every: unopposed }',
      'waive: { reading: northquay, condition: noSealing }',
      '8:105: "noSealing" is a condition or objection of southquay; northquay can waive only its own [not-its-own]\n    name one of its own',
    ],
    [
      'event: envoys.parted, expect: { every: unopposed }',
      'restore: { reading: northquay, condition: trafficFlows }',
      '8:107: "trafficFlows" is a requirement of the model, which nobody can waive [not-its-own]\n    name one of its own',
    ],
    [
      'step: wreck-first',
      'step: wreck-last',
      '6:49: the scenario harbour-record has no step wreck-last [unknown-id]\n    did you mean wreck-first?',
    ],
    [
      'id: my-own',
      'id: My Own',
      '2:5: id: "My Own" must be lower-case words joined by hyphens, such as first-report [wrong-form]\n    write it in that form',
    ],
    [
      'kind: hypothetical',
      'kind: &x hypothetical',
      '3:7: an anchor, "&x", which content files may not have [not-plain]\n    put text that begins with & in quotes',
    ],
  ])('reports %j as %j', async (from, to, problem) => {
    const { scenario, problems } = await load(own.replace(from, to));
    expect(problems.map(formatProblem)).toEqual([`mine.yaml:${problem}`]);
    expect(scenario).toBeNull();
  });

  it('refuses to stand in for a scenario whose steps others need', async () => {
    const { problems } = await load(
      own.replace('id: my-own', 'id: harbour-record').replace(/branchesFrom.*\n/, ''),
    );
    expect(problems.map(formatProblem)).toEqual([
      'mine.yaml:2:5: the file would replace the scenario harbour-record, and in guild-sequence then the scenario harbour-record has no step wreck-first [at-odds]\n    give it an id of its own',
    ]);
  });

  it('finds circles that lead through scenarios at hand', async () => {
    const text = own
      .replace('id: my-own', 'id: harbour-record')
      .replace('scenario: harbour-record', 'scenario: guild-sequence');
    const { problems } = await load(text);
    expect(problems.map(formatProblem)).toEqual([
      'mine.yaml:6:15: it leads to the scenario guild-sequence: the scenarios go round in a circle: harbour-record -> guild-sequence -> harbour-record [goes-round]\n    take out one of the references that lead round',
    ]);
  });

  it('asks for the expectations only when told to', async () => {
    const wrong = own.replace('every: unopposed', 'every: impossible');
    expect((await load(wrong)).problems).toEqual([]);
    const { problems } = await load(wrong, { expectations: true });
    expect(problems).toHaveLength(4);
    expect(problems.map(formatProblem)[0]).toBe(
      'mine.yaml:8:104: envoys-part: expected northquay to say impossible, it says unopposed [not-as-expected]\n    if what comes out is wrong, correct the files; if it is right, `phasegate accept` writes it down as expected',
    );
  });
});

import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asText,
  branchOff,
  checkGates,
  coalitions,
  compareMoments,
  dutiesAt,
  explain,
  type Goal,
  json,
  type Moment,
  levelsOf,
  momentOf,
  partyReadings,
  perspectivesOf,
  pivots,
  plan,
  playWhatIf,
  pointsOfNoReturn,
  type Problem,
  readAgreement,
  readGoal,
  readProperties,
  run,
  standing,
  standpointsOf,
  timelineOf,
  unblock,
  unmetIn,
  verifyAll,
  vetoes,
  waits,
  whyRegion,
} from '../../src/index.ts';
import { openAgreement } from '../../src/node/index.ts';
import { phasegate } from '../cli/command-line.ts';

const HARBOUR = fileURLToPath(new URL('../fixtures/harbour', import.meta.url));
const files: Record<string, string> = Object.fromEntries(
  fs
    .readdirSync(HARBOUR, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, fs.readFileSync(`${HARBOUR}/${name}`, 'utf8')]),
);

function harbour() {
  const read = readAgreement(files);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read;
}

const content = harbour();
const { agreement } = content;
const found = momentOf(content, { knownBy: '2031-03-10' });
if (!found.ok) throw new Error(found.error.message);
const moment: Moment = found.value;

/** What was wrong, or nothing at all. */
function problemsOf(given: Readonly<Record<string, string>>, folder?: string): readonly Problem[] {
  const read = readAgreement(given, folder === undefined ? {} : { folder });
  return read.ok ? [] : read.problems;
}

describe('an agreement from texts', () => {
  it('is the one that its folder gives', () => {
    const opened = openAgreement(HARBOUR);
    expect(opened.ok && opened.agreement).toEqual(agreement);
    expect(opened.ok && [...opened.scenarios.keys()]).toEqual([...content.scenarios.keys()]);
  });

  it.each(['', './', 'far/away/', '../'])('may lie below %j', (prefix) => {
    const moved = Object.entries(files).map(([path, text]) => [`${prefix}${path}`, text]);
    const read = readAgreement(Object.fromEntries(moved) as typeof files, { validate: true });
    expect(read).toMatchObject({ ok: true, opens: content.opens });
    expect(read.ok && read.agreement).toEqual(agreement);
  });

  it('says what it passed over', () => {
    const read = readAgreement({ ...files, 'reading/guild.yaml': 'x: 1', 'notes.txt': '' });
    expect(read.ok && read.notices.map(({ file }) => file)).toEqual([
      'notes.txt',
      'reading/guild.yaml',
    ]);
  });

  it('is asked for where there is none, or more than one', () => {
    expect(problemsOf({})).toMatchObject([{ file: 'agreement.yaml', message: 'is not there' }]);
    const two = { ...files, 'other/agreement.yaml': '' };
    expect(problemsOf(two)[0]?.message).toContain('in 2 folders: ., other');
    expect(problemsOf(two, '.')).toEqual([]);
    expect(problemsOf(two, 'elsewhere').length).toBeGreaterThan(0);
  });

  it('never throws for what files hold', () => {
    const names = Object.keys(files);
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '[]', '- 1', 'a: &a [*a]', '__proto__: { a: 1 }', 'id: constructor'),
      fc.constantFrom(...Object.values(files)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), any, (name, text) => {
        const read = readAgreement({ ...files, [name]: text });
        if (read.ok) return;
        expect(read.problems.length).toBeGreaterThan(0);
        for (const { file } of read.problems) expect(file).not.toMatch(/^\.\//);
      }),
      { numRuns: 60 },
    );
  });

  it('says of a thing that is no text that it is none', () => {
    const given = { ...files, 'parties.yaml': 1 as unknown as string };
    expect(problemsOf(given)).toContainEqual(
      expect.objectContaining({ file: 'parties.yaml', message: 'is no text' }),
    );
  });

  it.each([
    ['letters', 'x', 1024 * 1024, true],
    ['letters that are one too many', 'x', 1024 * 1024 + 1, false],
    ['letters of three bytes that are one too many', '\u20ac', 349_527, false],
  ])('takes no longer texts than files may be: %s', (_, letter, count, isTaken) => {
    const given = { ...files, 'properties.yaml': `# ${letter.repeat(count - 2)}` };
    const tooLong = problemsOf(given).filter(({ message }) =>
      /is larger than 1024 KiB/.test(message),
    );
    expect(tooLong.map(({ file }) => file)).toEqual(isTaken ? [] : ['properties.yaml']);
  });
});

describe('a moment', () => {
  it.each([
    [{ scenario: 'harbor-record' }, /no scenario "harbor-record"/, /harbour-record/],
    [{ scenario: '__proto__' }, /no scenario/, /known here/],
    [{ step: 'nowhere' }, /no step of harbour-record called "nowhere"/, null],
    [{ asOf: '2031-02-30' }, /is no day/, /YYYY-MM-DD/],
    [{ knownBy: 'today' }, /is no day/, /YYYY-MM-DD/],
    [{ assume: [{ region: 'toString', stage: 'x' }] }, /no region/, null],
    [{ assume: [{ region: 'phase', stage: 'valueOf' }] }, /no stage of phase/, null],
  ])('that there is none of, %j, is refused in words', (asked, message, hint) => {
    const refused = momentOf(content, asked);
    expect(refused.ok ? '' : refused.error.message).toMatch(message);
    expect(refused.ok ? '' : refused.error.hint).toMatch(hint ?? /\S/);
  });
});

describe('an answer is what the command prints', () => {
  const ask = async (...words: string[]) => {
    const came = await phasegate(words, { agreement: HARBOUR, width: 90 });
    expect(came.error.replace(/^phasegate: .*\n/gm, '')).toBe('');
    return came.out;
  };
  const printed = async (words: readonly string[]) => ({
    text: await ask(...words),
    json: JSON.parse(await ask(...words, '--json')) as unknown,
  });
  const said = (blocks: Parameters<typeof asText>[0], object: object) => ({
    text: `${asText(blocks, 90).join('\n')}\n`,
    json: JSON.parse(JSON.stringify(object)) as unknown,
  });
  const clocks = ['--known-by', '2031-03-10'];
  const readings = partyReadings(agreement).map(({ id }) => id);
  const gates = [...agreement.gates];
  const goalOf = (text: string): Goal => {
    const goal = readGoal(agreement, text);
    if (!goal.ok) throw new Error(goal.problem);
    return goal.goal;
  };

  it.each(gates)('check %s', async (gate, { event }) => {
    const one = standing(moment, event);
    expect(said(explain.check(one), json.check(one))).toEqual(
      await printed(['check', gate, ...clocks]),
    );
  });

  it('check', async () => {
    const all = checkGates(moment);
    expect(said(explain.gates(moment, all), json.gates(moment, all))).toEqual(
      await printed(['check', ...clocks]),
    );
  });

  it.each([...agreement.regions.keys()])('why %s', async (region) => {
    const why = whyRegion(moment, region, null);
    expect(said(explain.why(moment, why), json.why(moment, why))).toEqual(
      await printed(['why', region, ...clocks]),
    );
  });

  it.each(gates)('timeline %s', async (gate, { event }) => {
    const asked = { knownBy: '2031-03-10' };
    const entries = timelineOf(agreement, moment.story, event, asked);
    const of = [agreement, moment.story, event, entries, asked] as const;
    expect(said(explain.timeline(...of), json.timeline(...of))).toEqual(
      await printed(['timeline', gate, ...clocks]),
    );
  });

  it('duties', async () => {
    const owed = dutiesAt(moment);
    expect(said(explain.duties(moment, owed), json.duties(moment, owed))).toEqual(
      await printed(['duties', ...clocks]),
    );
  });

  it('check --unmet', async () => {
    const unmet = unmetIn(checkGates(moment));
    expect(unmet.length).toBeGreaterThan(0);
    expect(said(explain.unmet(moment, unmet), json.unmet(moment, unmet))).toEqual(
      await printed(['check', '--unmet', ...clocks]),
    );
  });

  it.each(['month', 'change'] as const)('levels by %s', async (every) => {
    const levels = levelsOf(moment, every, 'reported');
    if (levels === null) throw new Error('There are not so many periods.');
    expect(said(explain.levels(moment, levels, every), json.levels(moment, levels, every))).toEqual(
      await printed(['levels', '--every', every, ...clocks]),
    );
  });

  it('play and diff', async () => {
    const { story } = moment;
    const words = ['play', story.scenario.id, ...clocks];
    expect(said(explain.play(moment), json.play(moment))).toEqual(await printed(words));
    const [first] = story.steps;
    const early = momentOf(content, { step: first?.id ?? '', knownBy: '2031-03-10' });
    if (!early.ok) throw new Error(early.error.message);
    const difference = compareMoments(early.value, moment);
    expect(said(explain.diff(difference), json.diff(difference))).toEqual(
      await printed(['diff', `${story.scenario.id}@${first?.id}`, story.scenario.id, ...clocks]),
    );
  });

  it.each(gates.map(([gate]) => gate))('the searches after %s', async (gate) => {
    const goal = goalOf(gate);
    const from = standpointsOf(moment, readings, [goal]);
    if (!from.ok) throw new Error('It is known where everything stands.');
    const { standpoints, unknown } = from;
    const asked = { moment, goal: gate, readings, unknown };
    const planned = await run(plan(agreement, { standpoints, goal }));
    expect(said(explain.plan(asked, planned), json.plan(asked, planned))).toEqual(
      await printed(['plan', gate, ...clocks]),
    );
    if (goal.kind === 'event') {
      const opened = await run(unblock(agreement, goal.event, standpoints));
      expect(said(explain.unblock(asked, opened), json.unblock(asked, opened))).toEqual(
        await printed(['unblock', gate, ...clocks]),
      );
    }
    const sets = await run(coalitions(agreement, { standpoints, goal }));
    expect(said(explain.coalitions(asked, sets), json.coalitions(asked, sets))).toEqual(
      await printed(['coalitions', gate, ...clocks]),
    );
    const lost = [];
    const turning = [];
    for (const reading of readings) {
      const alone = standpointsOf(moment, [reading], [goal]);
      if (!alone.ok) throw new Error('It is known where everything stands.');
      const after = { standpoints: alone.standpoints, goal };
      // One after the other, as the command does.
      // oxlint-disable-next-line no-await-in-loop
      lost.push({ reading, answer: await run(pointsOfNoReturn(agreement, after)) });
      const request = {
        reading,
        standpoints: alone.standpoints,
        goals: [{ id: goal.kind === 'event' ? goal.event : gate, goal }],
        ...(goal.kind === 'event' ? { events: [goal.event] } : {}),
      };
      // oxlint-disable-next-line no-await-in-loop
      turning.push({ reading, answer: await run(pivots(moment, request)) });
    }
    expect(said(explain.pointsOfNoReturn(asked, lost), json.pointsOfNoReturn(asked, lost))).toEqual(
      await printed(['points-of-no-return', gate, ...clocks]),
    );
    expect(said(explain.pivots(asked, turning), json.pivots(asked, turning))).toEqual(
      await printed(['pivots', gate, ...clocks]),
    );
    const blocked = await run(vetoes(agreement, { standpoints, goal }));
    expect(said(explain.veto(asked, blocked), json.veto(asked, blocked))).toEqual(
      await printed(['veto', gate, ...clocks]),
    );
  });

  it('waits and verify', async () => {
    const asked = { moment, goal: '', readings };
    const waiting = waits(moment, { readings });
    expect(said(explain.waits(moment, waiting), json.waits(asked, waiting))).toEqual(
      await printed(['waits', ...clocks]),
    );
    const properties = content.properties === null ? [] : readProperties(content.properties);
    const perspectives = perspectivesOf(moment, { from: 'start' });
    const verified = await run(verifyAll(agreement, properties, perspectives));
    expect(
      said(explain.verify(moment, 'start', verified), json.verify(asked, 'start', verified)),
    ).toEqual(await printed(['verify', ...clocks]));
  });

  it('what-if', () => {
    const name = { id: 'what-if', title: 'What if: a first event' };
    const [event = ''] = agreement.events.keys();
    const draft = branchOff(moment, name, [{ kind: 'event', event }]);
    const whatIf = playWhatIf(moment, draft, content.scenarios);
    const kept = { token: null, whyNot: null, file: null };
    expect(asText(explain.whatIf(whatIf, kept), 90).join('\n')).toContain('What if: a first event');
    expect(json.whatIf(whatIf, kept).steps.length).toBeGreaterThan(0);
  });
});

describe('a search', () => {
  function* endless() {
    for (let done = 0; ; done += 1) {
      const stop: boolean | undefined = yield { doing: 'counting', done, nodes: 0 };
      if (stop === true) return done;
    }
  }

  it('lets others run, says how far it is, and stops when it is told to', async () => {
    const control = new AbortController();
    const seen: number[] = [];
    setTimeout(() => control.abort(), 100);
    const result = await run(endless(), {
      signal: control.signal,
      onProgress: ({ done }) => seen.push(done),
    });
    expect(control.signal.aborted).toBe(true);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).toEqual(seen.toSorted((left, right) => left - right));
    expect(result).toBeGreaterThanOrEqual(seen.at(-1) ?? Infinity);
  });

  it('that is stopped before it begins has a partial answer', async () => {
    const [[gate = ''] = []] = [...agreement.gates.keys()].map((id) => [id]);
    const goal = readGoal(agreement, gate);
    const from = standpointsOf(moment, ['northquay']);
    if (!goal.ok || !from.ok) throw new Error('It is a goal.');
    const request = { standpoints: from.standpoints, goal: goal.goal };
    const result = await run(plan(agreement, request), { signal: AbortSignal.abort() });
    expect(['unfinished', 'found']).toContain(result.kind);
  });
});

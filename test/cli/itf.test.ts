import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readItf } from '../../src/load/import/read-itf.ts';
import { assembleAgreement } from '../../src/model/assemble.ts';
import { momentAt, NOW } from '../../src/model/moment.ts';
import { Runner } from '../../src/model/runner.ts';
import { agreementFile, partiesFile } from '../../src/model/shapes/agreement-file.ts';
import { eventsFile } from '../../src/model/shapes/events-file.ts';
import { regionsFile } from '../../src/model/shapes/regions-file.ts';
import { scenarioFile } from '../../src/model/shapes/scenario.ts';
import { tell } from '../../src/model/story.ts';
import { itfTrace } from '../../src/explain/itf.ts';
import { anyAgreement } from '../../src/testing/any-agreement.ts';
import { SMALL } from '../search/invented.ts';
import { harbourgate } from './command-line.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('a trace in the Informal Trace Format', () => {
  it('leads back to the events of its run', () => {
    let moved = 0;
    const ways = fc.array(fc.nat({ max: 1000 }), { maxLength: 12, size: 'max' });
    fc.assert(
      fc.property(anyAgreement(SMALL), ways, (agreement, choices) => {
        const runner = new Runner(agreement);
        const ids = [...agreement.events.keys()];
        let stages = runner.initial();
        const taken: string[] = [];
        for (const choice of choices) {
          const event = ids[choice % ids.length] ?? '';
          const next = runner.take(stages, event, []);
          if (next === null || JSON.stringify(next) === JSON.stringify(stages)) continue;
          taken.push(event);
          stages = next;
        }
        moved += taken.length;
        const scenario = scenarioFile.parse({
          agreement: agreement.id,
          id: 'way',
          kind: 'hypothetical',
          title: 'A way',
          summary: 'A way.',
          steps: taken.map((event, index) => ({
            id: `s-${index}`,
            title: event,
            status: 'assumed',
            event,
          })),
        });
        const moment = momentAt(agreement, tell(scenario, new Map([['way', scenario]])), NOW);
        const trace = itfTrace(moment);
        expect(trace?.states).toHaveLength(taken.length + 1);
        const back = readItf(agreement, JSON.stringify(trace), 'way');
        if (!('steps' in back)) throw new Error(JSON.stringify(back));
        expect(back.steps.map(({ event }) => event)).toEqual(taken);
      }),
      { numRuns: 60 },
    );
    expect(moved).toBeGreaterThan(60);
  });

  it('keeps what happens again, though nothing moves by it', () => {
    const stages = (...ids: string[]) => ids.map((id) => ({ id, title: id, level: 0 }));
    const agreement = assembleAgreement({
      agreement: agreementFile.parse({
        id: 'quay',
        title: 'Quay',
        summary: 'Made up.',
        question: '?',
      }),
      parties: partiesFile.parse({
        parties: [{ id: 'keeper', title: 'the keeper' }],
        speakers: [],
      }),
      regions: regionsFile.parse({
        regions: [
          {
            id: 'calm',
            title: 'calm',
            kind: 'phase',
            starts: 'holding',
            stages: stages('holding', 'broken'),
          },
          {
            id: 'term',
            title: 'term',
            kind: 'provision',
            starts: 'first',
            stages: stages('first', 'later'),
          },
        ],
      }),
      events: eventsFile.parse({
        events: [
          { id: 'calm.violated', title: 'Violated', moves: { holding: 'holding' }, again: true },
          { id: 'calm.broke', title: 'Broke', moves: { holding: 'broken' } },
          {
            id: 'term.putOff',
            title: 'Put off',
            moves: { first: 'later', later: 'later' },
            again: true,
          },
        ],
      }),
      readings: [],
      sources: [],
    });
    const told = fc.array(fc.constantFrom('calm.violated', 'calm.broke', 'term.putOff'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(told, (events) => {
        const scenario = scenarioFile.parse({
          agreement: 'quay',
          id: 'way',
          kind: 'hypothetical',
          title: 'A way',
          summary: 'A way.',
          steps: events.map((event, index) => ({
            id: `s-${index}`,
            title: event,
            status: 'assumed',
            event,
          })),
        });
        const moment = momentAt(agreement, tell(scenario, new Map([['way', scenario]])), NOW);
        const back = readItf(agreement, JSON.stringify(itfTrace(moment)), 'way');
        if (!('steps' in back)) throw new Error(JSON.stringify(back));
        // Once the calm is broken nothing can violate or break it.
        const broke = events.indexOf('calm.broke');
        const happened = events.filter(
          (event, index) => event === 'term.putOff' || broke < 0 || index <= broke,
        );
        expect(back.steps.map(({ event }) => event)).toEqual(happened);
      }),
    );
  });

  it('is exported, imported, and played to the same end', async () => {
    const userFolder = temporaryFolder();
    const out = await harbourgate(['export', '--format', 'itf', '--reading', 'northquay'], {
      userFolder,
    });
    expect([out.code, out.error]).toEqual([0, '']);
    fs.writeFileSync(path.join(userFolder, 'run.itf.json'), out.out);
    const made = await harbourgate(['import', 'run.itf.json'], { userFolder });
    expect([made.code, made.error]).toEqual([0, '']);
    expect(made.out).toMatch(/play \.\/run\.yaml$/m);
    const again = await harbourgate(['export', '--format', 'itf', '--scenario', './run.yaml'], {
      userFolder,
    });
    const states = (text: string) => (JSON.parse(text) as { states: unknown[] }).states;
    expect(states(again.out)).toEqual(states(out.out));
    expect(states(out.out).length).toBeGreaterThan(2);
    const file = fs.readFileSync(path.join(userFolder, 'run.yaml'), 'utf8');
    expect(parse(file)).toMatchObject({ agreement: 'harbour', id: 'run' });
    expect(await harbourgate(['import', 'run.itf.json'], { userFolder })).toMatchObject({
      code: 2,
      out: '',
    });
    expect(fs.readFileSync(path.join(userFolder, 'run.yaml'), 'utf8')).toBe(file);
  });

  it('makes a scenario that is called as its file is', async () => {
    const userFolder = temporaryFolder();
    const out = await harbourgate(['export', '--format', 'itf'], { userFolder });
    fs.writeFileSync(path.join(userFolder, 'run.itf.json'), out.out);
    const made = await harbourgate(['import', 'run.itf.json', '--into', 'back.yaml'], {
      userFolder,
    });
    expect([made.code, made.error]).toEqual([0, '']);
    expect(parse(fs.readFileSync(path.join(userFolder, 'back.yaml'), 'utf8'))).toMatchObject({
      id: 'back',
    });
  });

  it('is refused by the index of the state that nothing leads to', async () => {
    const userFolder = temporaryFolder();
    const out = await harbourgate(['export', '--format', 'itf'], { userFolder });
    const trace = JSON.parse(out.out) as { states: Record<string, string>[] };
    const [first, second] = trace.states;
    const save = (states: object[]) =>
      fs.writeFileSync(
        path.join(userFolder, 'bad.itf.json'),
        JSON.stringify({ vars: [], states }, null, 1),
      );
    save([first ?? {}, { ...second, phase: 'settled' }]);
    const impossible = await harbourgate(['import', 'bad.itf.json'], { userFolder });
    expect([impossible.code, impossible.out]).toEqual([2, '']);
    expect(impossible.error).toMatch(/^bad\.itf\.json:\d+:\d+: state 1: no event leads there/);
    save([{ ...first, canal: 'opne' }]);
    expect((await harbourgate(['import', 'bad.itf.json'], { userFolder })).error).toMatch(
      /state 0: there is no stage "opne" of canal[\s\S]*open/,
    );
    expect(fs.readdirSync(userFolder)).toEqual(['bad.itf.json']);
  });
});

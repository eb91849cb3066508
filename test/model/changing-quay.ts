import fs from 'node:fs';
import { parse } from 'yaml';
import type { Agreement } from '../../src/model/agreement.ts';
import { assembleAgreement } from '../../src/model/assemble.ts';
import { agreementFile, partiesFile } from '../../src/model/shapes/agreement-file.ts';
import { eventsFile } from '../../src/model/shapes/events-file.ts';
import { regionsFile } from '../../src/model/shapes/regions-file.ts';
import { scenarioFile } from '../../src/model/shapes/scenario.ts';
import { source } from '../../src/model/shapes/source.ts';
import { type Story, tell } from '../../src/model/story.ts';

const paper = (id: string, on: string) =>
  source.parse({
    ...parse(
      fs.readFileSync(
        new URL('../fixtures/harbour/sources/gazette-3.yaml', import.meta.url),
        'utf8',
      ),
    ),
    id,
    published: { from: on, to: on, precision: 'day', inference: 'Made up.' },
  });

/** A lock that is opened by whoever has the key, which changes hands, and dues that a warden is bound to collect. */
export function quay(controllers: unknown, parties: object = {}, more: object = {}): Agreement {
  return assembleAgreement({
    agreement: agreementFile.parse({
      id: 'quay',
      title: 'Quay',
      summary: 'Made up.',
      question: '?',
    }),
    parties: partiesFile.parse({
      parties: ['north', 'south', 'east'].map((id) => ({ id, title: `the ${id}` })),
      speakers: [],
      ...parties,
    }),
    regions: regionsFile.parse({
      regions: [
        {
          id: 'lock',
          title: 'lock',
          kind: 'phase',
          starts: 'shut',
          stages: ['shut', 'open'].map((id) => ({ id, title: id, level: 0 })),
        },
      ],
    }),
    events: eventsFile.parse({
      events: [
        {
          id: 'lock.opened',
          title: 'The lock is opened',
          moves: { shut: 'open' },
          controllers,
          claims: ['first.c1'],
          ...more,
        },
        { id: 'lock.shut', title: 'The lock is shut', moves: { open: 'shut' } },
      ],
    }),
    readings: [],
    sources: [paper('first', '2031-01-10'), paper('second', '2031-03-10')],
  });
}

/** By north until the end of February, and then by south or east. */
export const changing = [
  { of: [['north']], until: '2031-02-28' },
  { from: '2031-03-01', of: [['south'], ['east']], claims: ['second.c1'] },
];

/** The lock opened in February, and shut in March. */
export function recordOf(): Story {
  const scenario = scenarioFile.parse({
    id: 'record',
    agreement: 'quay',
    title: 'Record',
    summary: 'Made up.',
    kind: 'hypothetical',
    steps: [
      {
        id: 'opened',
        title: 'Opened',
        event: 'lock.opened',
        date: '2031-02-01',
        status: 'assumed',
      },
      { id: 'shut', title: 'Shut', event: 'lock.shut', date: '2031-03-05', status: 'assumed' },
    ],
  });
  return tell(scenario, new Map([[scenario.id, scenario]]));
}

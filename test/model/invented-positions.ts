import type * as z from 'zod';
import type { Agreement } from '../../src/model/agreement.ts';
import { assembleAgreement } from '../../src/model/assemble.ts';
import { agreementFile, partiesFile } from '../../src/model/shapes/agreement-file.ts';
import { eventsFile } from '../../src/model/shapes/events-file.ts';
import { regionsFile } from '../../src/model/shapes/regions-file.ts';
import { type positionFile, readingFile } from '../../src/model/shapes/reading.ts';
import { source } from '../../src/model/shapes/source.ts';

export type Written = z.input<typeof positionFile>;

const CLAIM = { paragraph: 1, speaker: 'keeper', hearsay: false, kind: 'position', regions: [] };

/** A dock that one keeper may open, with what the keeper holds on that and on other events; a paper of 1 or 2 April 2031 reports it. */
export function invented(
  positions: readonly Written[],
  others: Readonly<Record<string, readonly Written[]>> = {},
): Agreement {
  const files = {
    agreement: agreementFile.parse({
      id: 'dock',
      title: 'Dock',
      summary: 'Made up.',
      question: 'Can it open?',
    }),
    parties: partiesFile.parse({ parties: [{ id: 'keeper', title: 'the keeper' }], speakers: [] }),
    regions: regionsFile.parse({
      regions: ['dock', 'lock'].map((id) => ({
        id,
        title: id,
        kind: 'provision',
        starts: 'shut',
        stages: [
          { id: 'shut', title: 'shut', level: 0 },
          { id: 'open', title: 'open', level: 3 },
        ],
      })),
    }),
    events: eventsFile.parse({
      events: ['dock', 'lock'].flatMap((region) => [
        {
          id: `${region}.opened`,
          title: 'It opens',
          direction: 'forward',
          moves: { shut: 'open' },
        },
        {
          id: `${region}.closed`,
          title: 'It closes',
          direction: 'backward',
          moves: { open: 'shut' },
        },
      ]),
    }),
    readings: [
      readingFile.parse({
        id: 'keeper',
        title: 'the keeper',
        kind: 'party',
        party: 'keeper',
        positions: { 'dock.opened': positions, ...others },
      }),
    ],
    sources: [
      source.parse({
        id: 'paper',
        agreement: 'dock',
        title: 'A paper',
        document: { file: 'paper.txt', sha256: '0'.repeat(64) },
        publisher: null,
        publisherNote: 'None.',
        published: {
          from: '2031-04-01',
          to: '2031-04-02',
          precision: 'day',
          inference: 'It says so.',
        },
        perspective: 'None.',
        claims: [
          { ...CLAIM, id: 'c1', date: { from: '2031-03-10', to: '2031-03-15' }, statement: 'No.' },
          { ...CLAIM, id: 'c2', statement: 'Yes.' },
        ],
      }),
    ],
  };
  return assembleAgreement(files);
}

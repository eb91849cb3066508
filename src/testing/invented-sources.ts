import { aroundDay, type Day } from '../model/days.ts';
import type { Claim, Source } from '../model/shapes/source.ts';

/** The days between which something begins, ends or is published in an invented agreement. */
const EDGES: readonly Day[] = [
  '2031-01-15',
  '2031-02-10',
  '2031-02-20',
  '2031-03-01',
  '2031-03-10',
  '2031-03-20',
  '2031-04-10',
  '2031-04-20',
  '2031-05-05',
];

/** Every day on which something changes in an invented agreement, with the day before and the day after. */
export const DAYS: readonly Day[] = [...new Set(EDGES.flatMap(aroundDay))].toSorted();

/** Days from or until which a statement can be said to be held. */
export const STATED_DAYS: readonly Day[] = ['2031-01-15', '2031-03-10', '2031-04-20'];

/** A day between the first paper and the last, so that some positions are in force and some are not. */
export const DAY_BETWEEN: Day = '2031-03-30';

/** The papers of every invented agreement: one of a day, one of a range of days, and a later one that disputes the first. */
export function inventedSources(regions: readonly string[]): Source[] {
  const claim = (id: string, more: Partial<Claim> = {}): Claim => ({
    id,
    paragraph: 1,
    speaker: 'paper',
    attributedTo: [],
    hearsay: false,
    kind: 'event',
    regions: [...regions],
    statement: 'Invented.',
    disputes: [],
    ...more,
  });
  return [
    source('early', { from: '2031-02-10', to: '2031-02-10' }, [
      claim('c1'),
      claim('c2', { date: { from: '2031-01-15', to: '2031-01-15' }, speaker: 'north' }),
    ]),
    source('ranged', { from: '2031-03-01', to: '2031-03-20' }, [
      claim('c1', { kind: 'position', attributedTo: ['south'] }),
      claim('c2', { date: { from: '2031-02-20', to: '2031-04-10' }, hearsay: true }),
    ]),
    source('late', { from: '2031-05-05', to: '2031-05-05' }, [
      claim('c1', { kind: 'denial', speaker: 'east', disputes: ['early.c1'] }),
      claim('c2', { date: { from: '2031-04-20', to: '2031-04-20' }, kind: 'demand' }),
    ]),
  ];
}

function source(
  id: string,
  published: Pick<Source['published'], 'from' | 'to'>,
  claims: Claim[],
): Source {
  const precision = published.from === published.to ? 'day' : 'month';
  return {
    id,
    agreement: 'invented',
    title: id,
    document: { file: `${id}.md`, sha256: '0'.repeat(64) },
    publisher: null,
    publisherNote: 'Invented.',
    published: { ...published, precision, inference: 'Invented.' },
    perspective: 'None.',
    claims,
  };
}

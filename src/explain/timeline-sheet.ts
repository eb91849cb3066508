import { type Agreement, readingTitle } from '../model/agreement.ts';
import type { TimelineEntry } from '../answer/timeline.ts';
import { several, type Sheet, sheetOf } from './sheet.ts';
import { setsCell } from './check-sheet.ts';
import { canHappenWord, STANCE_WORDS, VERDICT_WORDS } from './words.ts';

/** `timeline` as a table: a row for every day on which something changed, under every reading. */
export function timelineSheet(
  agreement: Agreement,
  event: string,
  entries: readonly TimelineEntry[],
): Sheet {
  const found = entries.flatMap((entry) =>
    [...entry.standing.parties, ...entry.standing.terms].map((party) => ({ entry, party })),
  );
  return sheetOf(found, {
    event: () => event,
    day: ({ entry }) => entry.day,
    overall: ({ entry }) => VERDICT_WORDS[entry.standing.verdict].word,
    can_happen: ({ entry: { standing } }) =>
      canHappenWord(standing.possible.answer, standing.taken),
    reading: ({ party }) => party.reading,
    reading_title: ({ party }) => readingTitle(agreement, party.reading),
    kind: ({ party }) => agreement.readings.get(party.reading)?.kind ?? 'party',
    verdict: ({ party }) => VERDICT_WORDS[party.verdict].word,
    position: ({ party }) => STANCE_WORDS[party.stance],
    changed: ({ entry, party }) => entry.changed.includes(party.reading),
    unmet: ({ party }) => setsCell(party),
    happened: ({ entry }) => several(entry.certain.map(({ id }) => id)),
    step_statuses: ({ entry }) => several(entry.certain.map(({ status }) => status)),
    perhaps: ({ entry }) => several(entry.possible.map(({ id }) => id)),
    statements: ({ entry, party }) =>
      several(
        entry.statements
          .filter(({ statement }) => statement.reading === party.reading)
          .map(({ statement, change }) => `${statement.id}: ${change}`),
      ),
    claims: ({ entry, party }) =>
      several(
        new Set([
          ...[...entry.certain, ...entry.possible].flatMap((step) => step.claims),
          ...entry.statements
            .filter(({ statement }) => statement.reading === party.reading)
            .flatMap((change) => change.claims),
        ]),
      ),
  });
}

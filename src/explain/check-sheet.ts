import { readingTitle } from '../model/agreement.ts';
import type { PartyStanding, Standing } from '../model/standing.ts';
import { unstatedWord } from './position-text.ts';
import { several, type Sheet, sheetOf } from './sheet.ts';
import { canHappenWord, STANCE_WORDS, truthWord, VERDICT_WORDS } from './words.ts';

/** `check` as a table: a row for every gate under every reading. */
export function checkSheet(standings: readonly Standing[]): Sheet {
  const found = standings.flatMap((standing) =>
    [...standing.parties, ...standing.terms].map((party) => ({ standing, party })),
  );
  return sheetOf(found, {
    gate: ({ standing }) => standing.gate?.id ?? standing.event.id,
    event: ({ standing }) => standing.event.id,
    event_title: ({ standing }) => standing.event.title,
    overall: ({ standing }) => VERDICT_WORDS[standing.verdict].word,
    can_happen: ({ standing }) => canHappenWord(standing.possible.answer, standing.taken),
    model_requires: ({ standing }) =>
      standing.requirement === null ? null : truthWord(standing.requirement.truth),
    reading: ({ party }) => party.reading,
    reading_title: ({ standing, party }) => readingTitle(standing.moment.agreement, party.reading),
    kind: ({ standing, party }) =>
      standing.moment.agreement.readings.get(party.reading)?.kind ?? 'party',
    verdict: ({ party }) => VERDICT_WORDS[party.verdict].word,
    position: ({ party }) =>
      party.stance === 'unstated' ? unstatedWord(party) : STANCE_WORDS[party.stance],
    unmet: ({ party }) => setsCell(party),
    objections: ({ party }) => several(party.objections.map(({ id }) => id)),
    as_of: ({ standing }) => standing.moment.day,
    known_by: ({ standing }) => standing.moment.viewpoint.knownBy,
    claims: ({ party }) =>
      several(new Set(party.statements.flatMap((statement) => statement.claims))),
  });
}

/** The sets of conditions of which any one would do: `a + b; c`. */
export function setsCell({ unmet }: Pick<PartyStanding, 'unmet'>): string {
  return several(unmet.map((set) => set.map(({ id }) => id).join(' + ')));
}

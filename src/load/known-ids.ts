import type { Dossier } from './dossier.ts';
import { idsOf } from './layout.ts';
import type { KnownIds } from './json-schema.ts';
import { vocabularyOfDossier } from './vocabulary.ts';

/** The ids that an agreement's files give, as far as they could be read; of each kind that others refer to. */
export function knownIds(dossier: Dossier): KnownIds {
  const { regions, events, aliases, parties, actors, voices, readings, conditions, claims } =
    vocabularyOfDossier(dossier);
  const scenarios = dossier.unread.has('scenario') ? null : dossier.scenarios;
  const conditionIds = conditions === null ? null : [...conditions.keys()];
  return {
    agreement: [...new Set(idsOf(dossier.definition))],
    party: parties,
    role: actors,
    speaker: voices,
    region: regions === null ? null : [...regions.keys()],
    stage: regions === null ? null : [...regions.values()].flat(),
    event: events,
    alias: events === null ? null : [...aliases.keys()],
    // Wherever one of the two can stand, the other can.
    condition: conditionIds,
    objection: conditionIds,
    reading: readings,
    claim: claims,
    scenario: scenarios?.map(({ value }) => value.id) ?? null,
    step: scenarios?.flatMap(({ value }) => value.steps.map(({ id }) => id)) ?? null,
  };
}

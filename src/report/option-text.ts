import { type Agreement, readingTitle, stageTitle } from '../agreement/agreement.ts';
import type { GroupedOption } from '../analysis/grouped-options.ts';
import { HELD_UP, listed, spokenControllers, spokenLeaf } from './words.ts';

/** Why an event can or cannot happen now under the chosen reading, on one line. */
export function optionReason(agreement: Agreement, grouped: GroupedOption): string {
  const { standing, outcome } = grouped;
  switch (standing) {
    case 'possible':
      return outcome.position === 'unstated'
        ? 'possible; no position stated on its gate'
        : 'possible';
    case 'unknown':
      return 'possible or not, depending on what is unknown';
    default:
      return grouped.takenBy.length === 0
        ? refusal(agreement, grouped)
        : `${refusal(agreement, grouped)}; taken by ${takers(agreement, grouped)}`;
  }
}

function refusal(agreement: Agreement, { event, outcome }: GroupedOption): string {
  const stages = listed(
    outcome.possibleFrom.map((stage) => stageTitle(agreement, event.home, stage)),
    'or',
  );
  switch (outcome.status) {
    case 'refused':
      return `${outcome.position === 'unstated' ? HELD_UP : 'refused'}: ${outcome.blocking.map((set) => set.join(' + ')).join('; or ')}`;
    case 'already':
      return 'already so';
    case 'impossible':
      return `impossible: only from ${stages}${outcome.becauseOf === null ? '' : `, not after ${outcome.becauseOf}`}`;
    default:
      return outcome.status ?? 'nothing to take';
  }
}

function takers(agreement: Agreement, { takenBy }: GroupedOption): string {
  return listed(
    takenBy.map(
      ({ reading, isStated }) =>
        `${readingTitle(agreement, reading)}${isStated ? '' : ' (no position stated)'}`,
    ),
  );
}

/** The same in full: what is missing set by set, who controls each leaf, and from where the event is possible. */
export function optionReasons(agreement: Agreement, grouped: GroupedOption): string[] {
  const { event, outcome, missing } = grouped;
  const lines = [optionReason(agreement, grouped)];
  for (const { leaf, controllers, takingPart } of missing) {
    lines.push(
      `${leaf.id}: ${spokenLeaf(agreement, leaf)} (${readingTitle(agreement, leaf.reading)}); ` +
        (leaf.region === null
          ? 'nothing can meet it'
          : controllers === null
            ? spokenControllers(agreement, controllers, takingPart)
            : `in the hands of ${spokenControllers(agreement, controllers)}`),
    );
  }
  if (outcome.blocking.length > 0) {
    const sets = outcome.blocking.map((set) => listed(set));
    lines.push(`It would be taken with ${sets.join('; or with ')}.`);
  }
  const moves = Object.entries(event.moves[event.home] ?? {}).map(
    ([from, to]) =>
      `${stageTitle(agreement, event.home, from)} -> ${stageTitle(agreement, event.home, to)}`,
  );
  lines.push(
    `It moves ${agreement.regions.get(event.home)?.title ?? event.home}: ${moves.join('; ')}.`,
  );
  if (outcome.becauseOf !== null && outcome.status === 'impossible')
    lines.push(`The step ${outcome.becauseOf} is why it is not possible from here.`);
  lines.push(
    event.controllers === null
      ? `No document says who can bring it about${event.claims.length === 0 ? '' : ` (who takes part so far: ${event.claims.join(', ')})`}.`
      : event.controllers.length === 0
        ? 'Nobody can bring it about.'
        : `In the hands of ${spokenControllers(agreement, event.controllers)}.`,
  );
  return lines;
}

import { published } from '../model/moment.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Statement } from '../model/statement.ts';
import { stageTitle } from '../model/agreement.ts';
import { setsInWords } from './condition-text.ts';
import { grouped } from './grouped.ts';
import type { Judged } from './judged.ts';
import { listed, OUTCOME_WORDS, readingTitles, restsOn } from './words.ts';

/**
 * What a run makes of an event, with its reason: the conditions that refuse it or hold it, the objections, or the
 * stages that it would be possible from and the step that is why it is not.
 *
 * @param region the event's home, in whose titles the stages are said
 */
export function outcomeText(moment: Judged, outcome: Outcome, region: string | null): string {
  if (outcome.status === null) return 'asks nothing of it';
  const { word } = OUTCOME_WORDS[outcome.status];
  const reason = reasonText(moment, outcome, region);
  return reason === '' ? word : `${word} (${reason})`;
}

function reasonText(moment: Judged, outcome: Outcome, region: string | null): string {
  const { agreement } = moment;
  const { status, unmet, objections, heldBy, possibleFrom, becauseOf } = outcome;
  const because = becauseOf === null ? '' : `because of ${becauseOf}`;
  switch (status) {
    case 'refused':
      return [
        ...objections.map((statement) => objectionText(moment, statement)),
        ...(unmet.length === 0 ? [] : [`unmet: ${setsInWords(agreement, unmet)}`]),
      ].join('; ');
    case 'held':
      return `the model requires: ${setsInWords(agreement, heldBy)}`;
    case 'already':
      return because;
    case 'impossible': {
      const stages = possibleFrom.map((stage) =>
        region === null ? stage : stageTitle(agreement, region, stage),
      );
      const from = stages.length === 0 ? '' : `only from ${listed(stages, 'or')}`;
      return [from, because].filter((part) => part !== '').join('; ');
    }
    default:
      return '';
  }
}

/** `objection noOpening, no condition reported [The Gazette, ...]`. */
export function objectionText(
  moment: Judged,
  { id, claims, basis }: Pick<Statement, 'id' | 'claims' | 'basis'>,
): string {
  const said = restsOn(moment.agreement, published(moment, claims), basis);
  return `objection ${id}, no condition reported [${said}]`;
}

/** What several readings make of an event, those that make the same of it together: `refused (...): A; unopposed: B and C`. */
export function outcomesText(
  moment: Judged,
  outcomes: readonly (readonly [reading: string, outcome: Outcome])[],
  region: string | null,
): string {
  const said = outcomes.map(([reading, outcome]) => ({
    reading,
    text: outcomeText(moment, outcome, region),
  }));
  return grouped(said, ({ text }) => text)
    .map((alike) => {
      const whose = readingTitles(
        moment.agreement,
        alike.map(({ reading }) => reading),
      );
      return `${whose}: ${alike[0].text}`;
    })
    .join('; ');
}

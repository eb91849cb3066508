import type { Agreement } from '../model/agreement.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Statement } from '../model/position.ts';
import { stageTitle } from '../model/agreement.ts';
import { setsInWords } from './condition-text.ts';
import { grouped } from './grouped.ts';
import { listed, OUTCOME_WORDS, readingTitles, restsOn } from './words.ts';

/**
 * What a run makes of an event, with its reason: the conditions that refuse it or hold it, the objections, or the
 * stages that it would be possible from and the step that is why it is not.
 *
 * @param region the event's home, in whose titles the stages are said
 */
export function outcomeText(agreement: Agreement, outcome: Outcome, region: string | null): string {
  if (outcome.status === null) return 'asks nothing of it';
  const { word } = OUTCOME_WORDS[outcome.status];
  const reason = reasonText(agreement, outcome, region);
  return reason === '' ? word : `${word} (${reason})`;
}

function reasonText(agreement: Agreement, outcome: Outcome, region: string | null): string {
  const { status, unmet, objections, heldBy, possibleFrom, becauseOf } = outcome;
  const because = becauseOf === null ? '' : `because of ${becauseOf}`;
  switch (status) {
    case 'refused':
      return [
        ...objections.map((statement) => objectionText(agreement, statement)),
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

/** `it objects, no condition reported [The Gazette, ...]`. */
export function objectionText(
  agreement: Agreement,
  { id, claims, basis }: Pick<Statement, 'id' | 'claims' | 'basis'>,
): string {
  return `it objects, no condition reported (${id}) [${restsOn(agreement, claims, basis)}]`;
}

/** What several readings make of an event, those that make the same of it together: `refused (...): A; unopposed: B and C`. */
export function outcomesText(
  agreement: Agreement,
  outcomes: readonly (readonly [reading: string, outcome: Outcome])[],
  region: string | null,
): string {
  const said = outcomes.map(([reading, outcome]) => ({
    reading,
    text: outcomeText(agreement, outcome, region),
  }));
  return grouped(said, ({ text }) => text)
    .map((alike) => {
      const whose = readingTitles(
        agreement,
        alike.map(({ reading }) => reading),
      );
      return `${whose}: ${alike[0].text}`;
    })
    .join('; ');
}

import {
  type Agreement,
  conditionTitle,
  readingTitle,
  regionTitle,
  stageTitle,
} from '../model/agreement.ts';
import type { Action } from '../model/story.ts';
import { detail, phrase, type Phrase } from './document.ts';
import { eventTitle } from './words.ts';

/** What a step does, by the names that commands take; where room is short, in the words of the agreement alone. */
export function actionWords(agreement: Agreement, action: Action): Phrase[] {
  if (!('event' in action)) return [phrase(actionText(agreement, action))];
  const event = [
    phrase(`event "${eventTitle(agreement, action.event)}"`),
    detail(` (${action.event})`),
  ];
  if (action.kind === 'event') return event;
  const whose = readingTitle(agreement, action.reading);
  return [phrase(`granted by ${whose} that it has happened: `), ...event];
}

function actionText(agreement: Agreement, action: Exclude<Action, { event: string }>): string {
  switch (action.kind) {
    case 'waive':
      return `waiver by ${readingTitle(agreement, action.reading)} of ${waivedText(agreement, action.condition)}`;
    case 'restore':
      return `waiver taken back by ${readingTitle(agreement, action.reading)}, of ${waivedText(agreement, action.condition)}`;
    case 'assume':
      return `assumed: ${regionTitle(agreement, action.region)}: ${stageTitle(agreement, action.region, action.stage)}`;
    case 'unknown':
      return `taken as unknown: ${regionTitle(agreement, action.region)}`;
    case 'note':
      return 'a note: it moves nothing';
  }
}

/** `objection to "Phase two begins"`. */
export function objectionTitle(
  agreement: Agreement,
  { event }: { readonly event: string },
): string {
  return `objection to "${eventTitle(agreement, event)}"`;
}

/** What is waived, in words and by its id: a condition, or an objection to an event. */
function waivedText(agreement: Agreement, id: string): string {
  const objection = agreement.objections.get(id);
  if (objection !== undefined) {
    return `the ${objectionTitle(agreement, objection)} (${id})`;
  }
  const condition = agreement.conditions.get(id);
  return condition === undefined ? id : `"${conditionTitle(agreement, condition)}" (${id})`;
}

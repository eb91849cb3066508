import type { Found } from '../answer/found.ts';
import type { Moment } from '../model/moment.ts';
import { coalitionsAnswer } from './coalitions-text.ts';
import { type Block, line, phrase } from './document.ts';
import { planText } from './plan-text.ts';
import { type Searched, tooMuchUnknownText, unknownBlocks } from './search-text.ts';
import { verifyText } from './verify-text.ts';
import { waitsText } from './waits-text.ts';
import { eventTitle } from './words.ts';

/** What was found, below what was asked. */
export function foundText(searched: Searched, found: Found): Block[] {
  const { moment } = searched;
  const { agreement } = moment;
  switch (found.kind) {
    case 'plan':
      return [...planText(searched, found.answer), ...unknownBlocks(agreement, found.unknown)];
    case 'coalitions':
      return [
        ...coalitionsAnswer(searched, found.answer),
        ...unknownBlocks(agreement, found.unknown),
      ];
    case 'waits':
      return waitsText(moment, found.answer);
    case 'properties':
      return verifyText(moment, 'moment', found.answer, { verbose: false });
    case 'unknown':
      return tooMuchUnknownText(searched, found.unknown);
    case 'failed':
      return notSearched(found.message);
  }
}

/** That something could not be searched for, and why. */
export function notSearched(message: string): Block[] {
  return line([phrase(`It could not be searched: ${message}`, 'bad')]);
}

/** What the branch is called that plays a path to an event. */
export function wayTitle({ agreement }: Pick<Moment, 'agreement'>, event: string): string {
  return `A path: ${eventTitle(agreement, event)}`;
}

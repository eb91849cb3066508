import type { Agreement, Controllers } from '../model/agreement.ts';
import { type Phrase, phrased } from './document.ts';
import { controllersWords, eventTitle } from './words.ts';

/** Who can meet a condition, and what nobody is known to be able to do before. */
export interface WhoCan {
  readonly controllers: Controllers;
  readonly takingPart?: readonly string[];
  /** The first event on every path there, before the last, that no document gives to anybody. */
  readonly unheldBefore: string | null;
}

/** Who can meet a condition, in short: `A, after "The wreck is located", which no document gives to anyone`. */
export function whoCanWords(
  agreement: Agreement,
  { controllers, takingPart = [], unheldBefore }: WhoCan,
): Phrase[] {
  const who = controllersWords(agreement, controllers, takingPart);
  return unheldBefore === null ? who : phrased`${who}, ${afterUnheld(agreement, unheldBefore)}`;
}

function afterUnheld(agreement: Agreement, event: string): string {
  const isNobodys = agreement.events.get(event)?.controllers?.length === 0;
  const whose = isNobodys
    ? 'which nobody can bring about'
    : 'which no document says who can bring about';
  return `after "${eventTitle(agreement, event)}", ${whose}`;
}

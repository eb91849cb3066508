import { type Agreement, conditionTitle, readingTitle } from '../model/agreement.ts';
import type { AskedQuestion } from '../answer/exercise.ts';
import { OUTCOME_WORDS, VERDICT_WORDS } from './words.ts';

/** The answer that no choice is right, where several may be. */
export const NONE_OF_THEM = 'None of them';

/** What a choice says, after its id; empty where the id says it all. */
export function choiceText(
  agreement: Agreement,
  { chosenFrom }: Pick<AskedQuestion, 'chosenFrom'>,
  choice: string,
): string {
  switch (chosenFrom) {
    case 'reading':
      return readingTitle(agreement, choice);
    case 'condition':
      return conditionText(agreement, choice);
    case 'outcome':
      return wordMeaning(OUTCOME_WORDS, choice);
    case 'verdict':
      return wordMeaning(VERDICT_WORDS, choice);
  }
}

function wordMeaning(
  words: Readonly<Record<string, { readonly meaning: string }>>,
  choice: string,
): string {
  return words[choice]?.meaning ?? '';
}

function conditionText(agreement: Agreement, choice: string): string {
  const condition = agreement.conditions.get(choice);
  if (condition !== undefined) return conditionTitle(agreement, condition);
  const objection = agreement.objections.get(choice);
  return objection === undefined
    ? ''
    : `objection by ${readingTitle(agreement, objection.reading)}, no condition reported`;
}

/** A choice as it is read: a word that answers use comes with what it means. */
export function choiceWords(
  agreement: Agreement,
  asked: Pick<AskedQuestion, 'chosenFrom'>,
  choice: string,
): string {
  const said = choiceText(agreement, asked, choice);
  const words: Readonly<Record<string, { readonly word: string }>> =
    asked.chosenFrom === 'outcome'
      ? OUTCOME_WORDS
      : asked.chosenFrom === 'verdict'
        ? VERDICT_WORDS
        : {};
  const word = words[choice]?.word;
  return word === undefined ? said : `${word}: ${said}`;
}

import type { Agreement } from '../model/agreement.ts';
import { type Block, rows } from './document.ts';

/** When a task or an exercise was done, and by whom. */
export interface Taken {
  /** Null where no name was given. */
  readonly who: string | null;
  /** The day and the hour, as they are to be read. */
  readonly when: string;
}

/**
 * What a result that is handed in begins with: who, when, of what agreement, and by what it was marked.
 *
 * @param own what is told of this result between them, a name and its value each
 */
export function handedIn(
  { id, title }: Agreement,
  { who, when }: Taken,
  own: readonly (readonly [name: string, value: string])[],
): Block[] {
  return rows([
    ['Who', who ?? 'no name given'],
    ['When', when],
    ['Agreement', `${title} (${id})`],
    ...own.map((row) => [...row]),
    ['Marked by', 'the model, on the computer on which it was answered; nothing was sent'],
  ]);
}

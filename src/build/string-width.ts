import stripAnsi from 'strip-ansi';
import { columns } from '../draw/columns.ts';

/** What dresses text, which is nearly all that is in the text to be measured. */
// oxlint-disable-next-line no-control-regex
const DRESS = /\u001B\[[\d;]*m/g;

/** Stands in for the package of that name inside the bundle: the columns of a text, its escape sequences aside. */
export default function stringWidth(text: string): number {
  if (!text.includes('\u001B')) return columns(text);
  const bare = text.replaceAll(DRESS, '');
  return columns(bare.includes('\u001B') ? stripAnsi(bare) : bare);
}

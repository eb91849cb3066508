import stripAnsi from 'strip-ansi';
import { columns } from '../draw/columns.ts';

/** Stands in for the package of that name inside the bundle: the columns of a text, its escape sequences aside. */
export default function stringWidth(text: string): number {
  return columns(text.includes('\u001B') ? stripAnsi(text) : text);
}

import { dayText } from '../model/day-words.ts';
import type { SavedSession } from '../model/saved-session.ts';
import { counted } from './words.ts';

/** When work was kept, to the minute: `26 Nov 2031, 12:05 UTC`. */
export function keptWhen(savedAt: string): string {
  return `${dayText(savedAt.slice(0, 10))}, ${savedAt.slice(11, 16)} UTC`;
}

/** What was kept, by the branch that was made first: `"What if: it opens", and 2 more branches`. */
export function keptTitle({ branches, exercise, cursor }: SavedSession): string {
  const [first, ...others] = branches;
  const more =
    others.length === 0 ? '' : `, and ${counted(others.length, 'more branch', 'more branches')}`;
  const said = [
    ...(first === undefined ? [] : [`"${first.title}"${more}`]),
    ...(exercise === undefined || exercise === null
      ? []
      : [`an exercise, ${counted(exercise.answers.length, 'question')} answered`]),
    ...(cursor.task === undefined ? [] : ['a task']),
  ];
  return said.length === 0 ? 'no branches' : said.join('; ');
}

import type { MarkedTask } from '../answer/task.ts';
import { rangeText } from '../model/day-words.ts';
import type { Story } from '../model/story.ts';
import { authorTexts } from './author-text.ts';
import { type Block, GAP, heading, line, phrase, title } from './document.ts';
import { handedIn, type Taken } from './handed-in.ts';
import { demandBlocks, unmetCount } from './task-text.ts';
import { counted, recordLine } from './words.ts';

/**
 * A task as it was marked, to be kept or handed in: who, when, what was tried, and what of it is met.
 *
 * @param again the command line that plays what was tried; null where it is the scenario itself
 */
export function taskResultText(
  base: Story,
  marked: MarkedTask,
  taken: Taken,
  again: string | null = null,
): Block[] {
  const { task, tried, isMet, end } = marked;
  const { agreement } = end;
  const steps = tried.steps.filter(({ id }) => marked.steps.includes(id));
  return [
    title(`Task: ${task.task.text}`),
    ...handedIn(agreement, taken, [
      ['Set by', `${base.scenario.title} (${base.scenario.id})`],
      ['Tried', `"${tried.scenario.title}", ${counted(steps.length, 'step')} of its own`],
      ['Result', isMet ? 'all of it is met' : `not met: ${unmetCount(marked)}`],
    ]),
    heading('What it asks for (derived)'),
    ...demandBlocks(marked),
    ...(steps.length === 0 ? [] : [GAP, heading('The steps, in their order')]),
    ...steps.flatMap((step, index) => [
      ...line([phrase(`${index + 1}. ${rangeText(step.date)}: ${step.title}`)], 1),
      ...authorTexts(step).flatMap((said) => line(said, 2)),
    ]),
    ...(again === null ? [] : [GAP, heading('To play it again'), ...line(again, 1)]),
    GAP,
    ...line(recordLine(agreement)),
  ];
}

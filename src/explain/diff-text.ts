import type { Difference } from '../answer/diff.ts';
import {
  eventsSection,
  gateSections,
  judgedSection,
  sidesOf,
  stagesSection,
  stepSections,
} from './difference-text.ts';
import { type Block, GAP, line, title } from './document.ts';
import { momentText, nothingPublishedText, openEndsOf } from './moment-text.ts';
import { counted, recordLine } from './words.ts';

/** Two moments of one agreement side by side: what each has that the other has not, and what differs where they stand. */
export function diffText(difference: Difference): Block[] {
  const { left, right, steps } = difference;
  const { agreement } = left;
  const sides = sidesOf(difference);
  return [
    title(`${agreement.title}: ${sides.left} and ${sides.right}`),
    ...line(`Left: scenario ${momentText(left)}.`),
    ...line(nothingPublishedText(left)),
    ...line(`Right: scenario ${momentText(right)}.`),
    ...line(nothingPublishedText(right)),
    ...line(
      `They share their first ${counted(steps.shared, 'step')}. All that follows is derived from the steps and the conditions.`,
    ),
    ...line(certainOnlySaid(difference, 'left', sides)),
    ...line(certainOnlySaid(difference, 'right', sides)),
    ...stepSections(difference, sides),
    ...judgedSection(difference, sides),
    ...stagesSection(difference, sides),
    ...gateSections(difference, sides),
    ...eventsSection(difference, sides),
    GAP,
    ...openEnds(difference),
    GAP,
    ...line(recordLine(agreement)),
  ];
}

/** Steps of both that have certainly happened on one side alone; empty where there are none. */
function certainOnlySaid(
  { steps }: Difference,
  side: 'left' | 'right',
  sides: Readonly<Record<'left' | 'right', string>>,
): string {
  const other = side === 'left' ? 'right' : 'left';
  const found = steps.both.filter((pair) => pair[side].isCertain && !pair[other].isCertain);
  if (found.length === 0) return '';
  const ids = found.map((pair) => pair[side].step.id).join(', ');
  return `Of the steps of both, these have certainly happened only in ${sides[side]}, and may have in ${sides[other]}: ${ids}.`;
}

/** What may or may not count on either side; said once where both are alike in it, as at one day of two scenarios. */
function openEnds({ left, right }: Difference): Block[] {
  const [ours, theirs] = [openEndsOf(left), openEndsOf(right)];
  if (JSON.stringify(ours) === JSON.stringify(theirs)) return ours;
  return [
    ...(ours.length === 0 ? [] : [...line('Left:'), ...ours]),
    ...(theirs.length === 0 ? [] : [...line('Right:'), ...theirs]),
  ];
}

import type { Difference } from '../answer/diff.ts';
import {
  dayBlocks,
  eventsSection,
  gateSections,
  isDiffering,
  judgedSection,
  type Sides,
  sidesOf,
  stagesSection,
  stepSections,
} from './difference-text.ts';
import { type Block, detail, GAP, line, phrase, title } from './document.ts';
import { momentText, nothingPublishedText, openEndsOf } from './moment-text.ts';
import { quoted } from './step-title.ts';
import { counted, recordLine } from './words.ts';

/** Two moments of one agreement side by side: what each has that the other has not, and what differs where they stand. */
export function diffText(difference: Difference): Block[] {
  const { left, right } = difference;
  const { agreement } = left;
  const sides: Sides = { ...sidesOf(difference), heads: ['Left', 'Right'] };
  return [
    title(agreement.title),
    ...line(`Left: scenario ${momentText(left)}.`),
    ...line(nothingPublishedText(left)),
    ...line(`Right: scenario ${momentText(right)}.`),
    ...line(nothingPublishedText(right)),
    ...differenceBlocks(difference, sides),
    GAP,
    ...openEnds(difference),
    GAP,
    ...line(recordLine(agreement)),
  ];
}

/** Where two stories part, and what differs between where they stand. */
export function differenceBlocks(difference: Difference, sides: Sides): Block[] {
  const { left, steps } = difference;
  const last = left.played.steps[steps.shared - 1]?.step;
  const sections = [
    ...stepSections(difference, sides),
    ...judgedSection(difference, sides),
    ...stagesSection(difference, sides),
    ...gateSections(difference, sides),
    ...eventsSection(difference, sides),
    ...dayBlocks(difference),
  ];
  const certainOnly = (['left', 'right'] as const).flatMap((side) =>
    line(certainOnlySaid(difference, side, sides)),
  );
  if (certainOnly.length === 0 && !isDiffering(sections))
    return line('Nothing differs: they have the same steps, and everything stands alike.');
  const shared =
    last === undefined
      ? 'They have no step in common.'
      : `They share ${counted(steps.shared, 'step')} and part after "${last.title}".`;
  return [
    ...line([
      phrase(shared),
      detail(' All that follows is derived from the steps and the conditions.'),
    ]),
    ...certainOnly,
    ...sections,
  ];
}

/** Steps of both that have certainly happened on one side alone; empty where there are none. */
function certainOnlySaid({ steps }: Difference, side: 'left' | 'right', sides: Sides): string {
  const other = side === 'left' ? 'right' : 'left';
  const found = steps.both.filter((pair) => pair[side].isCertain && !pair[other].isCertain);
  if (found.length === 0) return '';
  const titles = found.map((pair) => quoted(pair[side].step.title)).join(', ');
  return `Of the steps of both, these have certainly happened only in ${sides[side]}, and may have in ${sides[other]}: ${titles}.`;
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

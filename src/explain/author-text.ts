import type { StoryStep } from '../model/story.ts';

/** The reason and the note that whoever wrote a scenario gives with a step, a line each: marked as no party's. */
export function authorTexts({ because, note }: Pick<StoryStep, 'because' | 'note'>): string[] {
  return [
    ...(because === null ? [] : [`Reason (assumed, no party's): ${because}`]),
    ...(note === null ? [] : [`Note (no party's): ${note}`]),
  ];
}

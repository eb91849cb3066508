import type { StoryStep } from '../model/story.ts';

/** What the author of a scenario says of a step of theirs, a line each: their own words, and marked as no party's. */
export function authorTexts({ because, note }: Pick<StoryStep, 'because' | 'note'>): string[] {
  return [
    ...(because === null ? [] : [`The author's reason (assumed): ${because}`]),
    ...(note === null ? [] : [`The author's note: ${note}`]),
  ];
}

import type { Overall } from '../model/standing.ts';
import type { Tone } from './document.ts';
import type { Mark } from './mark.ts';

/** The tone of how an event stands. */
export const VERDICT_TONES: Readonly<Record<Overall, Tone>> = {
  open: 'good',
  passed: 'good',
  closed: 'bad',
  unknown: 'unsure',
  unstated: 'quiet',
  contested: 'contested',
};

/** The tone of what a reading makes of something. */
export const MARK_TONES: Readonly<Record<Mark, Tone>> = {
  met: 'good',
  unmet: 'bad',
  unknown: 'unsure',
  contested: 'contested',
  unstated: 'quiet',
  notAsked: 'quiet',
};

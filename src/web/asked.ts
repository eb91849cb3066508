import type { LabMessage } from '../lab/message.ts';
import { labReduce, whyNot } from '../lab/reduce.ts';
import type { StepChange } from '../lab/own-steps.ts';
import type { LabState, Setting } from '../lab/state.ts';
import type { BranchAction } from '../model/assumed-step.ts';
import { dayText } from '../model/day-words.ts';
import type { Day } from '../model/days.ts';
import type { StoryStep } from '../model/story.ts';
import { typedDay } from '../model/typed-day.ts';

/** What was typed of a step: the day as people write it, the reason and the note. An empty text is none. */
export interface Typed {
  readonly day: string;
  readonly because: string;
  readonly note: string;
}

/** What to do by what was typed; or what is wrong, and whether with the day. */
export type Read =
  | { readonly ok: true; readonly messages: readonly LabMessage[] }
  | { readonly ok: false; readonly isOfDay: boolean; readonly problem: string };

/**
 * What lets something happen, as it was typed.
 *
 * @param before events that have to happen first
 * @param near a day without a year is the next of its name from here
 */
export function takeTyped(
  setting: Setting,
  lab: LabState,
  wanted: { readonly action: BranchAction; readonly before: readonly string[] },
  typed: Typed,
  near: Day | null,
): Read {
  const read = readDay(typed.day, near);
  if ('problem' in read) return read;
  const [because, note] = [typed.because.trim(), typed.note.trim()];
  const message: LabMessage = {
    kind: 'take',
    ...wanted,
    given: {
      ...(read.day === null ? {} : { date: { from: read.day, to: read.day } }),
      ...(because === '' ? {} : { because }),
      ...(note === '' ? {} : { note }),
    },
  };
  const why = whyNot(setting, lab, message);
  return why === null
    ? { ok: true, messages: [message] }
    : { ok: false, isOfDay: read.day !== null, problem: why };
}

/** What a step has of what can be typed of it. */
export function typedOf({ date, because, note }: StoryStep): Typed {
  return {
    day: date === null ? '' : dayText(date.to),
    because: because ?? '',
    note: note ?? '',
  };
}

/** What changes a step from what it has to what was typed: nothing where it is the same. */
export function changesTyped(
  setting: Setting,
  lab: LabState,
  place: number,
  { before, after }: { readonly before: Typed; readonly after: Typed },
  near: Day | null,
): Read {
  const changes: StepChange[] = [];
  if (after.day.trim() !== before.day) {
    const read = readDay(after.day, near);
    if ('problem' in read) return read;
    changes.push({ kind: 'day', day: read.day });
  }
  for (const kind of ['because', 'note'] as const) {
    const text = after[kind].trim();
    if (text !== before[kind]) changes.push({ kind, text: text === '' ? null : text });
  }
  const messages = changes.map((change): LabMessage => ({ kind: 'change', place, change }));
  let now = lab;
  for (const [index, message] of messages.entries()) {
    const reduced = labReduce(setting, now, message);
    if (!reduced.ok)
      return { ok: false, isOfDay: changes[index]?.kind === 'day', problem: reduced.said };
    now = reduced.lab;
  }
  return { ok: true, messages };
}

function readDay(
  typed: string,
  near: Day | null,
): { readonly day: Day | null } | Extract<Read, { ok: false }> {
  if (typed.trim() === '') return { day: null };
  const read = typedDay(typed, near);
  return read.ok
    ? { day: read.day }
    : { ok: false, isOfDay: true, problem: `${read.problem} ${read.mend}` };
}

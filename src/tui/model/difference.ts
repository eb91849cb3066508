import type { Story } from '../../model/story.ts';
import { beside, compareStandings, type Difference, sharedSteps } from '../../answer/diff.ts';
import { standAfter } from '../../answer/standing.ts';
import { type Session, told } from '../session.ts';
import type { Overlay, State } from '../state.ts';

export type DifferenceOverlay = Extract<Overlay, { kind: 'difference' }>;

/** Indices of the last steps that count, of the left story and of the right. */
type Ends = readonly [left: number, right: number];

const known = new WeakMap<Story, WeakMap<Story, Map<string, Difference>>>();

/** The two stories that are compared, as far as they count; what was compared once is kept. */
export function differenceOf(
  session: Session,
  state: State,
  { left, right, at }: DifferenceOverlay,
): Difference {
  const a = told(session, state.scenarios, left);
  const b = told(session, state.scenarios, right);
  let others = known.get(a.story);
  if (others === undefined) known.set(a.story, (others = new WeakMap()));
  let moments = others.get(b.story);
  if (moments === undefined) others.set(b.story, (moments = new Map()));
  const [leftEnd, rightEnd] = endsAt(a.story, b.story, at);
  const key = `${leftEnd} ${rightEnd}`;
  let found = moments.get(key);
  if (found === undefined) {
    found = compareStandings(
      standAfter(a.story, a.play, leftEnd),
      standAfter(b.story, b.play, rightEnd),
    );
    moments.set(key, found);
  }
  return found;
}

/**
 * Where two stories can be compared: after each step of the right one from where they part, the left one standing
 * where both last agreed; and at both their ends, which is null.
 */
export function momentsOf(session: Session, state: State, overlay: DifferenceOverlay) {
  const { left, right } = overlay;
  const [a, b] = [left, right].map((id) => told(session, state.scenarios, id).story.steps);
  if (a === undefined || b === undefined) return [null];
  const first = Math.max(0, sharedSteps(a, b) - 1);
  const last = b.length - 1;
  // After the last step of the right one this may be the same as at both ends; it is then said once.
  const isSaidByEnds = beside(a, b, last) === a.length - 1;
  const beyond = isSaidByEnds ? last : last + 1;
  const moments: (number | null)[] = [];
  for (let position = first; position < beyond; position += 1) moments.push(position);
  return [...moments, null];
}

function endsAt(left: Story, right: Story, at: number | null): Ends {
  return at === null
    ? [left.steps.length - 1, right.steps.length - 1]
    : [beside(left.steps, right.steps, at), at];
}

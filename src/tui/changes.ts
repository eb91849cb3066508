import { readingTitle } from '../model/agreement.ts';
import { type Change, nearestChange } from '../lab/changes.ts';
import { capital, VERDICT_WORDS } from '../explain/words.ts';
import { REPORTED } from '../model/terms.ts';
import { stageText } from '../explain/fact-text.ts';
import { at } from './moves.ts';
import { runState, type Session, standingAt } from './session.ts';
import type { State } from './state.ts';

/** As many parties whose verdict changed are named in the line at the foot. */
const MOST_NAMED = 2;

/** That there is none, behind or before. */
export const NO_CHANGE = {
  [1]: 'No later step changes a verdict on the board, or the phase.',
  [-1]: 'No earlier step changes a verdict on the board, or the phase.',
} as const;

/** Goes to the nearest step at which a verdict on the board or the phase changes, and says what changed there. */
export function toChange(session: Session, state: State, by: 1 | -1): State {
  const change = nearestChange(session, state, by);
  if (change !== null)
    // The board is held, so that the next change looked for is one of the same gate.
    return {
      ...at(state, change.after.position),
      gate: change.gate,
      notice: changeText(session, change),
    };
  return { ...state, notice: NO_CHANGE[by] };
}

/** `Phase two begins: contested, was open. Northquay: closed, was unknown.` */
function changeText({ agreement }: Session, { gate, before, after }: Change): string {
  const was = (now: string, then: string) => `${now}, was ${then}`;
  const said: string[] = [];
  const found = agreement.gates.get(gate ?? '');
  if (found !== undefined) {
    const [then, now] = [before, after].map(({ moment }) => standingAt(moment, found.event));
    if (now !== undefined && then !== undefined) {
      const word = (verdict: keyof typeof VERDICT_WORDS) => VERDICT_WORDS[verdict].word;
      const overall =
        now.verdict === then.verdict ? [] : [was(word(now.verdict), word(then.verdict))];
      const parties = [...now.parties, ...now.terms].flatMap(({ reading, verdict }) => {
        const earlier = [...then.parties, ...then.terms].find((each) => each.reading === reading);
        return earlier === undefined || earlier.verdict === verdict
          ? []
          : [`${readingTitle(agreement, reading)}: ${was(word(verdict), word(earlier.verdict))}`];
      });
      if (overall.length > 0) said.push(`${found.title}: ${overall.join('')}`);
      else if (parties.length > 0)
        said.push(`${found.title}: ${parties.slice(0, MOST_NAMED).join('; ')}`);
    }
  }
  for (const region of agreement.regions.values()) {
    if (region.kind !== 'phase') continue;
    const [then, now] = [before, after].map((scene) => runState(scene, REPORTED).facts[region.id]);
    if (then === undefined || now === undefined) continue;
    const [from, to] = [
      stageText(agreement, region.id, then),
      stageText(agreement, region.id, now),
    ];
    if (from !== to) said.push(`${region.title}: ${was(to, from)}`);
  }
  return said.length === 0
    ? 'The phase changes in the run of a party.'
    : `${said.map(capital).join('. ')}.`;
}

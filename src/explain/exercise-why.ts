import type { AskedQuestion, Exercise } from '../answer/exercise.ts';
import { gateOf } from '../model/agreement.ts';
import { type Moment, momentUpTo } from '../model/moment.ts';
import { type PartyStanding, type Standing, standing } from '../model/standing.ts';
import { type Block, line, phrase, phrased, setIn, statusLine } from './document.ts';
import { outcomeRow } from './outcome-row.ts';
import { isReported, positionBlocks } from './position-text.ts';
import { capital, STANCE_WORDS, underReadings } from './words.ts';

/**
 * What the answer to a question follows from: what readings make of the step, or what a party holds on the gate and how it
 * stands.
 *
 * @param before where it is asked
 * @param standingAt how an event stands, for who keeps what has been judged
 */
export function whyBlocks(
  { exercise, asked }: { readonly exercise: Exercise; readonly asked: AskedQuestion },
  {
    depth,
    before = momentUpTo(exercise.end, asked.position),
    standingAt = standing,
  }: {
    readonly depth: number;
    readonly before?: Moment;
    readonly standingAt?: (moment: Moment, event: string) => Standing;
  },
): Block[] {
  const { agreement } = exercise;
  const { question, position } = asked;
  if (question.kind === 'outcome') {
    const next = exercise.end.played.steps[position + 1];
    if (next === undefined) return [];
    const readings = question.reading === undefined ? asked.choices : [question.reading];
    return readings.flatMap((reading) => {
      const outcome = next.outcomes[reading];
      if (outcome === undefined) return [];
      const row = outcomeRow(before, next.step, reading, outcome);
      return line(phrased`${row.title}: ${row.words}`, depth);
    });
  }
  const event = gateOf(agreement, question.gate)?.event ?? question.gate;
  const { parties, terms } = standingAt(before, event);
  const title = agreement.events.get(event)?.title ?? event;
  return [
    ...line(`${capital(title)}, ${underReadings(agreement, [question.reading])}`, depth),
    ...[...parties, ...terms]
      .filter(({ reading }) => reading === question.reading)
      .flatMap((party) => heldBlocks(before, party, depth + 1)),
  ];
}

/** What a party holds and how it stands under that, set in: here a verdict begins no part of its own. */
function heldBlocks(moment: Moment, party: PartyStanding, depth: number): Block[] {
  if (!isReported(party)) return line(`${capital(STANCE_WORDS.unstated)}.`, depth);
  const blocks = positionBlocks(moment, party, new Set()).map((block): Block => {
    if (block.kind !== 'verdict') return block;
    const { of, sign, word, more } = block;
    return statusLine(sign, [phrase(`${of}: `), phrase(word, 'strong'), phrase(more)]);
  });
  return setIn(blocks, depth);
}

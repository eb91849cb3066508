import { grouped } from '../../explain/grouped.ts';
import { canHappenWord, VERDICT_WORDS } from '../../explain/words.ts';
import { hereText } from '../../explain/here-text.ts';
import { verdictsAt } from '../../lab/scene.ts';
import type { AgreementEvent } from '../../model/agreement.ts';
import type { Moment } from '../../model/moment.ts';
import { possibilityOf, stateOf } from '../../model/party-standing.ts';
import { isTaken } from '../../model/run-state.ts';
import type { Overall } from '../../model/standing.ts';
import type { Stage } from '../../model/statechart.ts';
import { REPORTED } from '../../model/terms.ts';
import { inLines, sizeOf, sizeOfAll } from './figure-text.ts';
import { type GraphLayout, laidOut } from './graph-layout.ts';

/** A stage of a region, and in which runs the region stands there. */
export interface ChartStage {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly level: Stage['level'];
  /** Whose runs have it there, or may have; empty where none has. */
  readonly stands: readonly string[];
  readonly standsLines: readonly string[];
  /** Whether all runs are certain of it, some only, or none has it there. */
  readonly isHere: 'all' | 'some' | 'none';
}

/** An event that moves the region from one stage to another. */
export interface ChartMove {
  readonly event: AgreementEvent;
  readonly from: string;
  readonly to: string;
  readonly lines: readonly string[];
  /** How the event stands over the parties, where it is a gate. */
  readonly verdict: Overall | null;
  /** Whether it can happen from here, in the run on show: in the words of the answers. */
  readonly canHappen: string;
  /** Whether it cannot. */
  readonly isQuiet: boolean;
}

/** The moves between two stages. */
export interface ChartArrow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly moves: readonly ChartMove[];
  readonly isQuiet: boolean;
}

export interface ChartFigure {
  readonly stages: readonly ChartStage[];
  readonly arrows: readonly ChartArrow[];
  readonly layout: GraphLayout;
}

const STAGE_LETTERS = 20;
const MOVE_LETTERS = 24;
const PADDING = 12;
const LEAST_WIDTH = 96;

/**
 * A region of the statechart: its stages, in which runs it stands at each, and what moves it, with how the gates stand.
 *
 * @param run in which it is asked what can happen
 * @param direction in which most arrows point: down where there is no room across
 */
export function chartFigure(
  moment: Moment,
  region: string,
  run: string,
  direction: 'across' | 'down' = 'across',
): ChartFigure {
  const { agreement, states } = moment;
  const runs = Object.entries(states).toSorted(
    ([left], [right]) => Number(right === REPORTED) - Number(left === REPORTED),
  );
  const stages = (agreement.regions.get(region)?.stages ?? []).map(
    ({ id, title, level }): ChartStage => {
      const having = runs.flatMap(([each, { facts }]) => {
        const possible = facts[region]?.possible ?? [];
        return possible.includes(id) ? [{ run: each, isCertain: possible.length === 1 }] : [];
      });
      const certain = having.flatMap((one) => (one.isCertain ? [one.run] : []));
      const perhaps = having.flatMap((one) => (one.isCertain ? [] : [one.run]));
      const stands = hereText(agreement, { certain, perhaps }, runs.length);
      return {
        id,
        title,
        lines: inLines(title, STAGE_LETTERS),
        level,
        stands,
        standsLines: stands.flatMap((text) => inLines(text, STAGE_LETTERS)),
        isHere: certain.length === runs.length ? 'all' : having.length === 0 ? 'none' : 'some',
      };
    },
  );
  const moves = (agreement.eventsOn.get(region) ?? []).flatMap((event) =>
    Object.entries(event.moves[region] ?? {}).map(([from, to]) =>
      moveOf(moment, run, region, event, from, to),
    ),
  );
  const arrows = grouped(moves, ({ from, to }) => `${from} ${to}`).map((own): ChartArrow => {
    const [{ from, to }] = own;
    const isQuiet = own.every((move) => move.isQuiet);
    return { id: `${from} ${to}`, from, to, moves: own, isQuiet };
  });
  const layout = laidOut(
    stages.map(({ id, lines, standsLines }) => {
      const { width, height } = sizeOf([...lines, ...standsLines]);
      return {
        id,
        width: Math.max(LEAST_WIDTH, width + 2 * PADDING),
        height: height + 2 * PADDING,
      };
    }),
    arrows.map(({ id, from, to, moves: own }) => ({ id, from, to, ...arrowSize(own) })),
    direction,
  );
  return { stages, arrows, layout };
}

function moveOf(
  moment: Moment,
  run: string,
  region: string,
  event: AgreementEvent,
  from: string,
  to: string,
): ChartMove {
  const state = stateOf(moment, run);
  const { answer } = possibilityOf(event, state);
  const isHere = state.facts[region]?.possible.includes(from) === true;
  const canHappen = isHere ? answer : false;
  return {
    event,
    from,
    to,
    lines: inLines(event.title, MOVE_LETTERS),
    verdict: event.gate === null ? null : verdictsAt(moment, event.id).verdict,
    canHappen: canHappenWord(canHappen, isTaken(state, event.id)),
    isQuiet: canHappen === false,
  };
}

/** What is said of a move: its title, and under it how its gate stands. */
export function saidOf({ lines, verdict }: ChartMove): string[] {
  return [...lines, ...(verdict === null ? [] : [`? ${VERDICT_WORDS[verdict].word}`])];
}

function arrowSize(moves: readonly ChartMove[]): { width: number; height: number } {
  const { width, height } = sizeOfAll(moves.map(saidOf));
  return { width: width + PADDING, height: height + PADDING };
}

import type { StepFile } from '../model/shapes/scenario.ts';
import { standalone } from './branches.ts';
import { heldAgainst } from './course.ts';
import { gateShown, sceneOf } from './scene.ts';
import type { LabState, Setting } from './state.ts';

/** A command line that gives what is on show without a screen, and what it is for. */
export interface CommandLine {
  readonly about: string;
  /** Null where no command says it; `about` then says why. */
  readonly line: string | null;
}

/** Writes a command line, the program and its agreement before the words. */
export type Written = (...words: readonly string[]) => string;

/** What a command line calls a scenario by: its id, or its token. */
export type Naming = (scenario: string) => string;

/**
 * The command lines for what a scenario comes to at the place on show.
 *
 * @param against what it is held against; what it branches off where nothing is named
 */
export function laboratoryLines(
  setting: Setting,
  state: LabState,
  written: Written,
  naming: Naming,
  against: string | null = null,
): CommandLine[] {
  const place = placeOf(setting, state, naming);
  const { story } = sceneOf(setting, state);
  const gate = gateShown(setting, state);
  const held = heldAgainst(state, against);
  const isBase = held === story.scenario.branchesFrom?.scenario;
  return [
    ...(state.branches.includes(state.scenario) ? [whatIfLine(written, state)] : []),
    placed(written, 'The scenario up to here', place, 'play'),
    ...(gate === null
      ? []
      : [placed(written, 'The gate on the board, from here', place, 'check', gate, '--scenario')]),
    ...(held === null
      ? []
      : [
          {
            about: isBase ? 'Beside what it branches off' : 'Beside what it is held against',
            line: written('diff', naming(held), naming(state.scenario)),
          },
        ]),
  ];
}

/** The scenario and the place in it, as commands take them; null where none of them can look there. */
export type Place = readonly string[] | null;

export function placeOf(setting: Setting, state: LabState, naming: Naming): Place {
  const { position, places, played } = sceneOf(setting, state);
  const name = naming(state.scenario);
  const isLast = position === (places.at(-1) ?? -1);
  const { asOf, knownBy } = state.clocks;
  if (asOf !== null || knownBy !== null) {
    const clocks = [
      ...(asOf === null ? [] : ['--as-of', asOf]),
      ...(knownBy === null ? [] : ['--known-by', knownBy]),
    ];
    return isLast ? [name, ...clocks] : null;
  }
  if (isLast && position >= 0) return [name];
  return played === null ? null : [`${name}@${played.step.id}`];
}

/** A command line for a place; where there is none, how to come to one. */
export function placed(
  written: Written,
  about: string,
  place: Place,
  ...command: readonly string[]
): CommandLine {
  return place === null
    ? {
        about: `${about}: no command looks at just this. Go to a step, or to the last one of the day.`,
        line: null,
      }
    : { about, line: written(...command, ...place) };
}

/** The branch as a command; where a step of it cannot be said in one, why not. */
function whatIfLine(written: Written, state: LabState): CommandLine {
  const branch = standalone(state, state.scenario);
  const base = branch.branchesFrom;
  const options = branch.steps.map(optionOf);
  if (base === undefined || options.some((option) => option === null))
    return {
      about:
        'No single command makes this branch: it begins before the first step, or tells steps of a record again. Its token stands for it.',
      line: null,
    };
  const without = branch.replay?.without ?? [];
  const replay =
    branch.replay === undefined
      ? []
      : ['--replay', ...without.flatMap((step) => ['--without', step])];
  return {
    about: 'This branch, made again',
    line: written(
      'what-if',
      `${base.scenario}@${base.step}`,
      ...options.flatMap((option) => option ?? []),
      ...replay,
    ),
  };
}

function optionOf(step: StepFile): readonly string[] | null {
  const { date, because, note } = step;
  if (date !== undefined && date.from !== date.to) return null;
  const action = actionOption(step);
  return (
    action && [
      ...action,
      ...(date === undefined ? [] : ['--on', date.to]),
      ...(because === undefined ? [] : ['--because', because]),
      ...(note === undefined ? [] : ['--note', note]),
    ]
  );
}

function actionOption(step: StepFile): readonly string[] | null {
  if (step.claims.length > 0) return null;
  if (step.event !== undefined) return ['--event', step.event];
  if (step.waive) return ['--waive', `${step.waive.reading}:${step.waive.condition}`];
  if (step.restore) return ['--restore', `${step.restore.reading}:${step.restore.condition}`];
  if (step.acknowledge)
    return ['--acknowledge', `${step.acknowledge.reading}:${step.acknowledge.event}`];
  if (step.assume) return ['--assume', `${step.assume.region}=${step.assume.stage}`];
  if (step.unknown) return ['--unknown', step.unknown.region];
  return null;
}

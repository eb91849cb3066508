import { NO_CLOCKS } from '../../model/run.ts';
import { commandLine } from '../../load/command-line.ts';
import type { StepFile } from '../../model/shapes/scenario.ts';
import { REPORTED } from '../../model/terms.ts';
import { standalone } from '../../lab/branches.ts';
import type { Question } from '../../lab/question.ts';
import { gateShown, sceneIn, sceneOf, type Session } from '../session.ts';
import type { Overlay, State, Tokens } from '../state.ts';
import { clocksText } from './wording.ts';

/** A command line that gives what is on screen without a terminal, and what it is for. */
export interface CommandLine {
  readonly about: string;
  /** Null where no command says it; `about` then says why. */
  readonly line: string | null;
}

/** The branches that the command lines for what is on screen speak of. */
export function branchesShown(state: State): string[] {
  const overlay = shownOverlay(state);
  const scenarios =
    overlay?.kind === 'difference' ? [overlay.left, overlay.right] : [state.scenario];
  return scenarios.filter((id) => state.branches.includes(id));
}

/** The command lines for what is on screen. */
export function commandLines(session: Session, state: State, tokens: Tokens): CommandLine[] {
  const overlay = shownOverlay(state);
  const naming: Naming = (id) => (state.branches.includes(id) ? (tokens[id] ?? '...') : id);
  const place = placeOf(session, state, naming);
  switch (overlay?.kind) {
    case 'difference':
      return [differenceLine(session, state, overlay, naming)];
    case 'question':
      return questionLines(session, state, overlay.question, place);
    case 'gates':
      return [placed(session, 'Every gate, from here', place, 'check', '--scenario')];
    case 'provision':
      return [
        placed(session, 'What this provision holds up', place, 'why', state.region, '--scenario'),
      ];
    default:
      return paneLines(session, state, naming, place);
  }
}

/** What can be copied: the command lines, then the tokens of the branches that they speak of. */
export function copies(session: Session, state: State, tokens: Tokens | null): CommandLine[] {
  const lines = commandLines(session, state, tokens ?? {});
  const own = Object.entries(tokens ?? {}).map(([id, token]) => ({
    about: `"${state.scenarios.get(id)?.title ?? id}" as a token: every command and O take it`,
    line: token,
  }));
  return [...lines, ...own];
}

type Naming = (scenario: string) => string;

/** What the command lines were asked for over; null over the panes. */
function shownOverlay(state: State): Overlay | undefined {
  return state.overlays.findLast(({ kind }) => kind !== 'share' && kind !== 'help');
}

/** The scenario and the place in it, as commands take them; null where none of them can look there. */
type Place = readonly string[] | null;

function placeOf(session: Session, state: State, naming: Naming): Place {
  const { position, places, played } = sceneOf(session, state);
  const name = naming(state.scenario);
  const isLast = position === (places.at(-1) ?? -1);
  const { asOf, knownBy } = state.clocks;
  if (clocksText(state.clocks) !== '') {
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
function placed(
  { call }: Session,
  about: string,
  place: Place,
  ...command: readonly string[]
): CommandLine {
  return place === null
    ? {
        about: `${about}: no command looks at just this. Go to a step, or to the last one of the day.`,
        line: null,
      }
    : { about, line: commandLine(call, ...command, ...place) };
}

function paneLines(session: Session, state: State, naming: Naming, place: Place): CommandLine[] {
  const { story } = sceneOf(session, state);
  const gate = gateShown(session, state);
  const base = story.scenario.branchesFrom;
  return [
    ...(state.branches.includes(state.scenario) ? [whatIfLine(session, state)] : []),
    placed(session, 'The scenario up to here', place, 'play'),
    ...(gate === null
      ? []
      : [placed(session, 'The gate on the board, from here', place, 'check', gate, '--scenario')]),
    ...(base === undefined
      ? []
      : [
          {
            about: 'Beside what it branches off',
            line: commandLine(session.call, 'diff', naming(base.scenario), naming(state.scenario)),
          },
        ]),
  ];
}

function differenceLine(
  session: Session,
  state: State,
  { left, right, at }: Extract<Overlay, { kind: 'difference' }>,
  naming: Naming,
): CommandLine {
  const about = 'The two beside each other';
  const { asOf, knownBy } = at === null ? state.clocks : NO_CLOCKS;
  const scene =
    at === null
      ? null
      : sceneIn(session, state.scenarios, { scenario: right, position: at }, state.clocks);
  if (at !== null && clocksText(state.clocks) !== '')
    return { about: `${about}: no command compares them by the day after a step.`, line: null };
  const options = [
    ...(scene?.played ? ['--at', scene.played.step.id] : []),
    ...(asOf === null ? [] : ['--as-of', asOf]),
    ...(knownBy === null ? [] : ['--known-by', knownBy]),
  ];
  return {
    about,
    line: commandLine(session.call, 'diff', naming(left), naming(right), ...options),
  };
}

function questionLines(
  session: Session,
  state: State,
  { kind, gate, isForEveryone, readings }: Question,
  place: Place,
): CommandLine[] {
  const [one] = readings;
  const whose = isForEveryone || one === undefined ? [] : ['--reading', one];
  switch (kind) {
    case 'plan':
      return [
        placed(session, 'The shortest path', place, 'plan', gate, ...whose, '--from'),
        placed(
          session,
          'Other paths of that length',
          place,
          'plan',
          gate,
          ...whose,
          '--alternatives',
          '5',
          '--from',
        ),
      ];
    case 'coalitions':
      return [
        placed(
          session,
          'Who can reach it on their own',
          place,
          'coalitions',
          gate,
          ...whose,
          '--from',
        ),
        placed(session, 'Who can block it for good', place, 'veto', gate, ...whose, '--from'),
      ];
    case 'waits':
      return [placed(session, 'Who waits for whom', place, 'waits', '--from')];
    case 'duties':
      return [placed(session, 'Who is bound to what by when', place, 'duties', '--scenario')];
    case 'missing': {
      const reading = state.run === REPORTED ? [] : ['--reading', state.run];
      return [
        placed(session, 'What it asks for', place, 'check', gate, '--scenario'),
        placed(
          session,
          'The smallest sets of stages that open it',
          place,
          'unblock',
          gate,
          ...reading,
          '--from',
        ),
      ];
    }
    case 'properties':
      return [placed(session, 'The properties, from here', place, 'verify', '--verbose', '--from')];
  }
}

/** The branch as a command; where a step of it cannot be said in one, why not. */
function whatIfLine({ call }: Session, state: State): CommandLine {
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
    line: commandLine(
      call,
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

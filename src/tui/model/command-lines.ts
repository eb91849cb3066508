import { NO_CLOCKS } from '../../model/run.ts';
import { commandLine } from '../../load/command-line.ts';
import { REPORTED } from '../../model/terms.ts';
import {
  type CommandLine,
  laboratoryLines,
  type Naming,
  type Place,
  placed,
  placeOf,
  type Written,
} from '../../lab/command-lines.ts';
import type { Question } from '../../lab/question.ts';
import { sceneIn, type Session } from '../session.ts';
import type { Overlay, State, Tokens } from '../state.ts';
import { clocksText } from './wording.ts';

/** The branches that the command lines for what is on screen speak of. */
export function branchesShown(state: State): string[] {
  const overlay = shownOverlay(state);
  const scenarios =
    overlay?.kind === 'difference' ? [overlay.left, overlay.right] : [state.scenario];
  return scenarios.filter((id) => state.branches.includes(id));
}

function writtenFor({ call }: Session): Written {
  return (...words) => commandLine(call, ...words);
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
      return [placed(writtenFor(session), 'Every gate, from here', place, 'check', '--scenario')];
    case 'provision':
      return [
        placed(
          writtenFor(session),
          'What this provision holds up',
          place,
          'why',
          state.region,
          '--scenario',
        ),
      ];
    default:
      return laboratoryLines(session, state, writtenFor(session), naming);
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

/** What the command lines were asked for over; null over the panes. */
function shownOverlay(state: State): Overlay | undefined {
  return state.overlays.findLast(({ kind }) => kind !== 'share' && kind !== 'help');
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
        placed(writtenFor(session), 'The shortest path', place, 'plan', gate, ...whose, '--from'),
        placed(
          writtenFor(session),
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
          writtenFor(session),
          'Who can reach it on their own',
          place,
          'coalitions',
          gate,
          ...whose,
          '--from',
        ),
        placed(
          writtenFor(session),
          'Who can block it for good',
          place,
          'veto',
          gate,
          ...whose,
          '--from',
        ),
      ];
    case 'waits':
      return [placed(writtenFor(session), 'Who waits for whom', place, 'waits', '--from')];
    case 'duties':
      return [
        placed(writtenFor(session), 'Who is bound to what by when', place, 'duties', '--scenario'),
      ];
    case 'missing': {
      const reading = state.run === REPORTED ? [] : ['--reading', state.run];
      return [
        placed(writtenFor(session), 'What it asks for', place, 'check', gate, '--scenario'),
        placed(
          writtenFor(session),
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
      return [
        placed(
          writtenFor(session),
          'The properties, from here',
          place,
          'verify',
          '--verbose',
          '--from',
        ),
      ];
  }
}

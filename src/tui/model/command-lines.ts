import { REPORTED } from '../../model/runner.ts';
import type { StepFile } from '../../model/shapes/scenario.ts';
import { standalone } from '../lab/branches.ts';
import type { Question } from '../lab/question.ts';
import { benchOf } from '../moves.ts';
import { gateOf, type Moment, momentOf, type Session } from '../session.ts';
import type { Overlay, State, Tokens } from '../state.ts';

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
  switch (overlay?.kind) {
    case 'difference':
      return [differenceLine(session, state, overlay, naming)];
    case 'question':
      return questionLines(session, state, overlay.question, naming);
    case 'gates':
      return [
        {
          about: 'Every gate, as of this step',
          line: checkLine(session, state, '', naming),
        },
      ];
    case 'provision':
      return [
        {
          about: 'What this provision holds up',
          line: asOf(session, state, naming, (when) => `why ${state.region}${when}`),
        },
      ];
    default:
      return paneLines(session, state, naming);
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

function paneLines(session: Session, state: State, naming: Naming): CommandLine[] {
  const { story, played } = momentOf(session, state);
  const name = naming(state.scenario);
  const until = played === null ? '' : ` --until ${played.step.id}`;
  const gate = gateOf(session, state);
  const check = gate === null ? null : checkLine(session, state, gate, naming);
  const base = story.scenario.branchesFrom;
  return [
    ...(state.branches.includes(state.scenario) ? [whatIfLine(state)] : []),
    { about: 'The scenario up to this step', line: `phasegate play ${name}${until}` },
    ...(check === null ? [] : [{ about: 'The gate on the board, as of this step', line: check }]),
    ...(base === undefined
      ? []
      : [
          {
            about: 'Beside what it branches off',
            line: `phasegate diff ${naming(base.scenario)} ${name}`,
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
  const { story } = momentOf(session, { ...state, scenario: right });
  const step = at === null ? undefined : story.steps[at];
  const when = step === undefined ? '' : ` --at ${step.id}`;
  return {
    about: 'The two beside each other',
    line: `phasegate diff ${naming(left)} ${naming(right)}${when}`,
  };
}

function questionLines(
  session: Session,
  state: State,
  { kind, gate, isForEveryone, standpoints }: Question,
  naming: Naming,
): CommandLine[] {
  const { played } = momentOf(session, state);
  const [first] = standpoints;
  const reading = isForEveryone ? 'everyone' : (first?.terms.reading ?? 'everyone');
  const from = played === null ? null : ` --from ${naming(state.scenario)}@${played.step.id}`;
  const searched = (about: string, command: string): CommandLine =>
    from === null
      ? { about: 'A search without a terminal starts behind a step: go one step on.', line: null }
      : { about, line: `phasegate ${command}${from}` };
  switch (kind) {
    case 'plan':
      return [searched('The shortest way', `plan ${gate} --reading ${reading}`)];
    case 'coalitions':
      return [
        searched('Who can reach it on their own', `coalitions ${gate} --reading ${reading}`),
        searched('Who can block it for good', `veto ${gate} --reading ${reading}`),
      ];
    case 'waits':
      return [searched('Who waits for whom', 'waits')];
    case 'missing': {
      const check = checkLine(session, state, gate, naming);
      return [
        ...(check === null ? [] : [{ about: 'What it asks for', line: check }]),
        searched('The smallest sets of stages that open it', `unblock ${gate}`),
      ];
    }
    case 'properties': {
      const isAsShipped = standpoints.every(
        ({ terms }) => terms.day === session.agreement.recordEnds && terms.waived.length === 0,
      );
      return isAsShipped
        ? [{ about: 'The properties', line: 'phasegate verify --verbose' }]
        : [
            {
              about:
                'No command checks properties with waivers, or as of another day than the end of the record.',
              line: null,
            },
          ];
    }
  }
}

/** A check of a gate, or of all of them where none is named. */
function checkLine(session: Session, state: State, gate: string, naming: Naming): string | null {
  const reading = state.run === REPORTED ? '' : ` --reading ${state.run}`;
  const about = gate === '' ? 'check' : `check ${gate}`;
  return asOf(session, state, naming, (when) => `${about}${when}${reading}`);
}

/** A command as of this step. Null before the first step, and amid steps that no day tells apart. */
function asOf(
  session: Session,
  state: State,
  naming: Naming,
  command: (when: string) => string,
): string | null {
  const when = whenOf(session, state, naming);
  return when === null ? null : `phasegate ${command(when)}`;
}

/** The scenario, and the day where the cursor is not at its end. */
function whenOf(session: Session, state: State, naming: Naming): string | null {
  const moment = momentOf(session, state);
  const scenario = ` --scenario ${naming(state.scenario)}`;
  if (moment.position === moment.story.steps.length - 1) return scenario;
  if (moment.day === null || moment.played === null || !isToldByDay(moment)) return null;
  return `${scenario} --as-of ${moment.day}`;
}

/** Whether the steps up to the cursor are those that lie on or before its day. */
function isToldByDay({ story, position, day }: Moment): boolean {
  return (
    day !== null &&
    story.steps.every(({ date }, index) =>
      index <= position ? date !== null && date.to <= day : date === null || date.to > day,
    )
  );
}

/** The branch as a command; where a step of it cannot be said in one, why not. */
function whatIfLine(state: State): CommandLine {
  const branch = standalone(benchOf(state), state.scenario);
  const base = branch.branchesFrom;
  const options = branch.steps.map(optionOf);
  if (base === undefined || options.includes(null))
    return {
      about:
        'No single command makes this branch: it begins before the first step, or tells steps of a record again. Its token stands for it.',
      line: null,
    };
  const replay = branch.replay === undefined ? '' : ' --replay';
  return {
    about: 'This branch, made anew',
    line: `phasegate what-if ${base.scenario} --at ${base.step} ${options.join(' ')}${replay}`,
  };
}

function optionOf(step: StepFile): string | null {
  if (step.claims.length > 0 || step.date !== undefined) return null;
  if (step.event !== undefined) return `--event ${step.event}`;
  if (step.waive) return `--waive ${step.waive.reading}:${step.waive.leaf}`;
  if (step.assume) return `--assume ${step.assume.region}=${step.assume.stage}`;
  if (step.restore) return `--restore ${step.restore.reading}:${step.restore.leaf}`;
  if (step.unknown) return `--unknown ${step.unknown.region}`;
  return null;
}

import { REPORTED } from '../../agreement/runner.ts';
import type { StepFile } from '../../agreement/shapes/scenario.ts';
import { standalone } from '../lab/branches.ts';
import { benchOf } from '../moves.ts';
import { gateOf, momentOf, type Session } from '../session.ts';
import type { State } from '../state.ts';

/** A command line that gives what is on screen without a terminal, and what it is for. */
export interface CommandLine {
  readonly about: string;
  readonly line: string;
}

/** The command lines for what is on screen; ids only, so that nothing needs quoting. */
export function commandLines(session: Session, state: State): CommandLine[] {
  const { story, played } = momentOf(session, state);
  const lines: CommandLine[] = [];
  const isOwn = state.branches.includes(state.scenario);
  if (isOwn) {
    const line = whatIfLine(state);
    if (line !== null) lines.push({ about: 'This branch', line });
    return lines;
  }
  const until = played === null ? '' : ` --until ${played.step.id}`;
  lines.push({
    about: 'The scenario up to here',
    line: `phasegate play ${state.scenario}${until}`,
  });
  const gate = gateOf(session, state);
  const day = played?.day ?? null;
  if (gate !== null && day !== null) {
    const reading = state.run === REPORTED ? '' : ` --reading ${state.run}`;
    const scenario = ` --scenario ${state.scenario}`;
    lines.push({
      about: 'The gate on the board, as of that day',
      line: `phasegate check ${gate}${scenario} --as-of ${day}${reading}`,
    });
  }
  const base = story.scenario.branchesFrom;
  if (base !== undefined)
    lines.push({
      about: 'Beside what it branches off',
      line: `phasegate diff ${base.scenario} ${state.scenario}`,
    });
  return lines;
}

/** The branch as a command; null where a step of it cannot be said in one. */
function whatIfLine(state: State): string | null {
  const branch = standalone(benchOf(state), state.scenario);
  const base = branch.branchesFrom;
  if (base === undefined) return null;
  const options = branch.steps.map(optionOf);
  if (options.includes(null)) return null;
  const replay = branch.replay === undefined ? '' : ' --replay';
  return `phasegate what-if ${base.scenario} --at ${base.step} ${options.join(' ')}${replay}`;
}

function optionOf(step: StepFile): string | null {
  if (step.event !== undefined) return `--event ${step.event}`;
  if (step.waive) return `--waive ${step.waive.reading}:${step.waive.leaf}`;
  if (step.assume) return `--assume ${step.assume.region}=${step.assume.stage}`;
  if (step.restore) return `--restore ${step.restore.reading}:${step.restore.leaf}`;
  if (step.unknown) return `--unknown ${step.unknown.region}`;
  return null;
}

import type { Agreement } from '../model/agreement.ts';
import { type Moment, momentUpTo } from '../model/moment.ts';
import type { Play } from '../model/run.ts';
import type { Story } from '../model/story.ts';
import { standingOfStep } from '../model/standing.ts';
import { REPORTED } from '../model/terms.ts';
import { claimStatements } from './claims-text.ts';
import { type Block, GAP, heading, line, phrase, rows } from './document.ts';
import { assertedAs, stageText } from './fact-text.ts';
import { grouped } from './grouped.ts';
import { momentFoot, momentHead, nothingPublishedText } from './moment-text.ts';
import { phaseWarning } from './phase-warning.ts';
import { isInherited, stepBlocks } from './step-text.ts';
import { quoted, stepNamed } from './step-title.ts';
import type { TextOptions } from './text-options.ts';
import { readingTitles } from './words.ts';

/**
 * A scenario as a transcript: each step, what each reading makes of it, and what moved; then where things stand.
 *
 * @param base the scenario that it replays, played on its own past; of each replayed step it is then said what the
 *   readings would make of it now and then
 */
export function playText(
  moment: Moment,
  { verbose }: TextOptions,
  base: Play | null = null,
): Block[] {
  const { agreement, story, played } = moment;
  const { scenario } = story;
  const nothing = nothingPublishedText(moment);
  const warning = phaseWarning(agreement, scenario.id, played.steps, played.start);
  const firstReplayed = played.steps.findIndex(({ step }) => step.replayed);
  let before = played.start;
  const steps = played.steps.flatMap((entry, index): Block[] => {
    const standing = standingOfStep(momentUpTo(moment, index));
    const told = { entry, standing, before };
    before = entry.states;
    const isShort = isInherited(story, entry.step) && !verbose && index > 0;
    const careful = index === firstReplayed && warning !== '' ? [GAP, ...line(warning)] : [];
    return [...careful, ...(isShort ? [] : [GAP]), ...stepBlocks({ moment, base, verbose }, told)];
  });
  const claims = played.steps.flatMap(({ step }) => [...step.claims, ...step.bearing]);
  return [
    ...momentHead(moment),
    GAP,
    ...scenarioBlocks(story),
    ...line(nothing),
    ...steps,
    ...(nothing === '' ? endBlocks(agreement, moment) : []),
    ...(verbose ? claimStatements(agreement, claims) : []),
    ...momentFoot(moment, [], { isEachTold: true }),
  ];
}

/** What a scenario is, before its first step. */
export function scenarioBlocks({
  scenario: { title, kind, summary, branchesFrom },
  steps,
  titles,
}: Pick<Story, 'scenario' | 'steps' | 'titles'>): Block[] {
  return [
    ...line([phrase(title, 'strong'), phrase(` (${kind})`, 'quiet')]),
    ...line(summary ?? ''),
    ...line(
      branchesFrom === undefined
        ? ''
        : `Branches off ${quoted(titles?.get(branchesFrom.scenario) ?? branchesFrom.scenario)} (${branchesFrom.scenario}) after ${stepNamed(steps, branchesFrom.step)}.`,
    ),
  ];
}

function endBlocks(agreement: Agreement, { states }: Moment): Block[] {
  const cells = agreement.statechart.regions.map(({ id, title }) => {
    const stands = (run: string) => {
      const fact = states[run]?.facts[id];
      return fact === undefined ? '' : `${assertedAs(fact)}${stageText(agreement, id, fact)}`;
    };
    const reported = stands(REPORTED);
    const others = [...agreement.readings.keys()]
      .map((run) => ({ run, stage: stands(run) }))
      .filter(({ stage }) => stage !== reported);
    const said = grouped(others, ({ stage }) => stage).map((alike) => {
      const whose = readingTitles(
        agreement,
        alike.map(({ run }) => run),
      );
      return `${whose}: ${alike[0].stage}`;
    });
    return [title, reported, said.join('; ')];
  });
  return [
    heading('Where it stands, derived from the steps:'),
    ...rows(cells, { head: ['Region', 'As reported', 'As others recognise it'], depth: 1 }),
  ];
}

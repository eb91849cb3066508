import type { WhatIf } from '../answer/what-if.ts';
import {
  dayBlocks,
  eventsSection,
  gateSections,
  isDiffering,
  type Sides,
} from './difference-text.ts';
import { type Block, GAP, heading, line, title } from './document.ts';
import { momentFoot, momentText } from './moment-text.ts';
import { phaseWarning } from './phase-warning.ts';
import { stepBlocks } from './step-text.ts';
import { quoted } from './step-title.ts';

/** What came of keeping a what-if. */
export interface KeptWhatIf {
  /** Null where no scenario says as much as the branch does. */
  readonly token: string | null;
  /** Why none does; null where one does. */
  readonly whyNot: string | null;
  /** The file that it was saved in, as the user named it; null where none was asked for. */
  readonly file: string | null;
}

/** A what-if: what each reading says of each new step, and what it changed against what it branches off. */
export function whatIfText(whatIf: WhatIf, { token, whyNot, file }: KeptWhatIf): Block[] {
  const { agreement, story, base, steps, difference } = whatIf;
  const { scenario } = story;
  const telling = {
    moment: { ...base, story },
    base: difference.left.played,
    verbose: true,
  };
  let { before } = whatIf;
  const warning = phaseWarning(
    agreement,
    scenario.id,
    steps.map(({ played }) => played),
    before,
  );
  const firstReplayed = steps.findIndex(({ played }) => played.step.replayed);
  const told = steps.flatMap(({ played: entry, standing }, index) => {
    const careful = index === firstReplayed && warning !== '' ? [GAP, ...line(warning)] : [];
    const blocks = [...careful, GAP, ...stepBlocks(telling, { entry, standing, before })];
    before = entry.states;
    return blocks;
  });
  const isReplayed = scenario.replay !== undefined;
  const sides: Sides = {
    left: isReplayed ? 'without it' : 'before',
    right: isReplayed ? 'with it' : 'after',
  };
  const where = isReplayed
    ? `the end of ${quoted(base.story.scenario.title)}`
    : 'where it branches off';
  const changes = [
    ...gateSections(difference, sides),
    ...eventsSection(difference, sides),
    ...dayBlocks(difference),
  ];
  return [
    title(agreement.title),
    ...line(`${scenario.title} (a branch, assumed; scenario ${scenario.id})`),
    ...line(`Branches off ${momentText(base)}.`),
    ...told,
    heading(`What it changes against ${where}:`, { basis: 'derived' }),
    ...(isDiffering(changes)
      ? changes
      : line('Nothing: every gate stands as it did, and every run would take the same events.', 1)),
    GAP,
    ...line(file === null ? '' : `saved: ${file}`),
    ...line(token === null ? '' : `token: ${token}`),
    ...line(whyNot === null ? '' : `No scenario can be kept of this: ${whyNot}.`),
    ...momentFoot(base),
  ];
}

import type { WhatIf } from '../answer/what-if.ts';
import { eventsSection, gatesSection } from './diff-text.ts';
import { stepText } from './play-text.ts';
import { wrap } from './table.ts';
import { recordLine, spoken } from './words.ts';

/** What came of keeping a what-if. */
export interface KeptWhatIf {
  readonly token: string;
  /** The file that it was saved in, as the user named it; null where none was asked for. */
  readonly file: string | null;
}

/** A what-if as text: what each reading says of each new step, and what it changed against its base. */
export function whatIfText(whatIf: WhatIf, { token, file }: KeptWhatIf, width: number): string[] {
  const { agreement, story, base, position, difference } = whatIf;
  const { scenario } = story;
  const last = base.steps[position];
  const lines = [
    agreement.title,
    ...wrap(`${scenario.title} (a branch, assumed; scenario ${scenario.id})`, width),
    ...wrap(
      last === undefined
        ? `Branches off ${base.scenario.id} before its first step.`
        : `Branches off ${base.scenario.id} after its step ${position + 1} of ${base.steps.length}, ${last.id} (${spoken(last.date)}).`,
      width,
    ),
  ];
  let { before } = whatIf;
  for (const [index, entry] of whatIf.steps.entries()) {
    lines.push(
      '',
      ...stepText(
        agreement,
        story,
        entry,
        story.inherited + index,
        before,
        { width, verbose: false },
        difference.left.played,
      ),
    );
    before = entry.states;
  }
  const where =
    scenario.replay === undefined
      ? `${base.scenario.id} at the same step`
      : `the end of ${base.scenario.id}`;
  lines.push(
    '',
    ...wrap(`What it changes against ${where} (derived):`, width),
    ...gatesSection(agreement, difference, width),
    ...eventsSection(agreement, difference, width),
    '',
    ...(file === null ? [] : [`saved: ${file}`]),
    `token: ${token}`,
    recordLine(agreement),
  );
  return lines;
}

import type { System } from '../system.ts';
import { type About, headOf, UNSAID } from './about.ts';
import { drawn } from './drawn.ts';
import { inLines } from './in-lines.ts';

/**
 * The statechart as a Mermaid state diagram, which GitHub and others draw from a fenced block in Markdown: a composite
 * state a region, a state a stage, a transition an event. What an event hangs on in other regions stands in brackets.
 *
 * @param only the regions to draw, by the agreement's ids; null draws them all
 */
export function asMermaid(
  system: System,
  about: About = UNSAID,
  only: ReadonlySet<string> | null = null,
): string {
  const picture = drawn(system, about, only);
  const head = headOf(about, {
    count: ['To draw it on a page in Markdown, put it in a fenced block: ```mermaid'],
    goal: [],
  });
  const lines = [
    ...head.map((line) => `%% ${withoutDirectives(line)}`.trimEnd()),
    'stateDiagram-v2',
  ];
  for (const [place, region] of picture.regions.entries()) {
    const state = (stage: number): string => `s${place}_${stage}`;
    lines.push(
      `  state "${escaped(region.title)}" as r${place} {`,
      '    direction LR',
      ...region.stages.map(({ title }, at) => `    state "${escaped(title)}" as ${state(at)}`),
      `    [*] --> ${state(region.start)}`,
      ...region.edges.map(({ from, to, title, guard }) => {
        const label = [...inLines(title), ...(guard === null ? [] : inLines(`[${guard}]`))];
        return `    ${state(from)} --> ${state(to)} : ${label.map(escaped).join('<br/>')}`;
      }),
      '  }',
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Mermaid reads `%%{` and what follows as orders to itself, wherever it stands. */
function withoutDirectives(line: string): string {
  return line.replaceAll(/%(?=[%{])/g, '% ');
}

/** All but letters, digits and spaces as numbers, which Mermaid turns back before it draws. */
function escaped(text: string): string {
  return text.replaceAll(
    /[^\p{L}\p{M}\p{N} ]/gu,
    (character) => `#${character.codePointAt(0)?.toString() ?? ''};`,
  );
}

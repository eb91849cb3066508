import type { System } from '../system.ts';
import { type About, headOf, UNSAID } from './about.ts';
import { drawn, type DrawnEdge } from './drawn.ts';
import { inLines } from './in-lines.ts';

/**
 * The statechart as a picture for Graphviz (E. R. Gansner, S. C. North: An open graph visualization system and its
 * applications to software engineering, 2000): a cluster a region, a node a stage, an edge an event, dashed where it
 * leads backwards. What an event hangs on in other regions stands in brackets, as in UML.
 *
 * @param only the regions to draw, by the agreement's ids; null draws them all
 */
export function asDot(
  system: System,
  about: About = UNSAID,
  only: ReadonlySet<string> | null = null,
): string {
  const picture = drawn(system, about, only);
  const head = headOf(about, {
    count: ['To draw it, this file being saved as model.dot:', '  dot -Tsvg model.dot > model.svg'],
    goal: [],
  });
  const lines = [
    ...head.map((line) => `// ${line}`.trimEnd()),
    'digraph agreement {',
    `  graph [label=${quoted(picture.title)}, labelloc=t, rankdir=LR, fontname="sans-serif"];`,
    '  node [shape=box, style=rounded, fontname="sans-serif"];',
    '  edge [fontname="sans-serif", fontsize=10];',
  ];
  for (const [place, region] of picture.regions.entries()) {
    const node = (stage: number): string => `"${region.id}.${region.stages[stage]?.id ?? ''}"`;
    lines.push(
      `  subgraph cluster_${place} {`,
      `    label=${quoted(region.title)};`,
      `    start_${place} [shape=point, label=""];`,
      ...region.stages.map(({ title }, at) => `    ${node(at)} [label=${quoted(title)}];`),
      `    start_${place} -> ${node(region.start)};`,
      ...region.edges.map(
        (edge) => `    ${node(edge.from)} -> ${node(edge.to)} [${attributes(edge)}];`,
      ),
      '  }',
    );
  }
  return `${[...lines, '}'].join('\n')}\n`;
}

function attributes({ event, title, guard, isBackward }: DrawnEdge): string {
  const label = [...inLines(title), ...(guard === null ? [] : inLines(`[${guard}]`))];
  return [
    `label=${quoted(...label)}`,
    `tooltip=${quoted(event)}`,
    ...(isBackward ? ['style=dashed'] : []),
  ].join(', ');
}

/** A string in double quotes, where a backslash begins a line break, and an ampersand what stands for a character. */
function quoted(...lines: string[]): string {
  const escaped = lines.map((line) =>
    line.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;'),
  );
  return `"${escaped.join('\\n')}"`;
}

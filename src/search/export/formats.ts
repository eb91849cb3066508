import type { System } from '../system.ts';
import { type About, UNSAID } from './about.ts';
import { asDot } from './dot.ts';
import { asJson } from './json.ts';
import { asMcrl2 } from './mcrl2.ts';
import { asMermaid } from './mermaid.ts';
import { asMurphi } from './murphi.ts';
import { asPromela } from './promela.ts';
import { asScxml } from './scxml.ts';
import { checkNames } from './words.ts';
import { asXState } from './xstate.ts';

/** The formats of other tools that a transition system can be written in. */
export const EXPORT_FORMATS = [
  'promela',
  'murphi',
  'mcrl2',
  'scxml',
  'json',
  'xstate',
  'dot',
  'mermaid',
] as const;

/** One of {@link EXPORT_FORMATS}, by its name on the command line. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The formats that are pictures: they can leave regions out, since nobody runs what they show. */
export const PICTURE_FORMATS: readonly ExportFormat[] = ['dot', 'mermaid'];

/**
 * Writes a system, or a slice of one, in a format of another tool.
 *
 * @param only the regions that a picture shows, by the agreement's ids; null shows them all
 * @throws RangeError for names that the format could not hold, and for parameters
 */
export function exportSystem(
  system: System,
  format: ExportFormat,
  said: About = UNSAID,
  only: ReadonlySet<string> | null = null,
): string {
  checkNames(system);
  const assumed = new Set(
    system.events.flatMap((each) => (each.assumed === null ? [] : [each.id])),
  );
  const lines = [
    `Events that the model assumes, where no document speaks of them: ${[...assumed].join(', ')}`,
  ];
  const about = assumed.size === 0 ? said : { ...said, lines: [...said.lines, ...lines] };
  switch (format) {
    case 'promela':
      return asPromela(system, about);
    case 'murphi':
      return asMurphi(system, about);
    case 'mcrl2':
      return asMcrl2(system, about);
    case 'scxml':
      return asScxml(system, about);
    case 'json':
      return asJson(system, about);
    case 'xstate':
      return asXState(system, about);
    case 'dot':
      return asDot(system, about, only);
    case 'mermaid':
      return asMermaid(system, about, only);
  }
}

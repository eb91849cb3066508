import { Document, isMap, isSeq, type Node, visit } from 'yaml';
import { firstSteps } from './first-steps.ts';
import type { Imported } from './imported.ts';

/** A file to be written, by its path from the folder that it belongs to. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Keys whose mappings and lists stand on one line, as people write them. */
const ON_ONE_LINE = new Set(['moves', 'stage']);

/**
 * The files of an agreement that has an imported chart and is right as it stands: one party to be replaced, no reading
 * yet, and a scenario of the first steps that can be taken.
 *
 * @param from what it was made from, as the summary says it
 */
export function folderOf(chart: Imported, id: string, title: string, from: string): NewFile[] {
  const steps = firstSteps(chart);
  return [
    {
      path: 'agreement.yaml',
      text: written(
        {
          id,
          title,
          question:
            'What is it about, and what is in question? Say it for someone who knows nothing.',
          summary: `Made from ${from}. What is known of it, and from where, is still to be said.`,
          opens: 'first',
        },
        'Imported. `phasegate validate` says what is wrong after each change.',
      ),
    },
    {
      path: 'parties.yaml',
      text: written(
        { parties: [{ id: 'party-a', title: 'Party A' }], speakers: [] },
        'Who acts. Replace this one; each party can have a reading of its own, in the folder readings.',
      ),
    },
    {
      path: 'regions.yaml',
      text: written(
        { regions: chart.regions },
        'Kinds are phase, provision and circumstance. Levels are yours to judge: 0 not begun, to 3, all done.',
      ),
    },
    {
      path: 'events.yaml',
      text: written(
        {
          events: chart.events.map(
            ({ id: event, title: name, moves, also, isBackward, mayRepeat, requirement }) => ({
              id: event,
              title: name,
              moves,
              ...(Object.keys(also).length === 0 ? {} : { also }),
              ...(mayRepeat ? { again: true } : {}),
              ...(isBackward ? { direction: 'backward' } : {}),
              ...(requirement === null ? {} : { requirement }),
            }),
          ),
        },
        'What can happen. Who can bring each about is still to be said: controllers, with the claims that say so.',
        chart.events.map(({ comment }) => comment),
      ),
    },
    {
      path: 'scenarios/first.yaml',
      text: written(
        {
          agreement: id,
          id: 'first',
          kind: 'hypothetical',
          title: 'First steps',
          summary: 'The first steps that can be taken, for a beginning. Replace them.',
          steps: steps.map((event, index) => ({
            id: `step-${index + 1}`,
            title: event.title,
            status: 'assumed',
            event: event.id,
          })),
        },
        null,
      ),
    },
  ];
}

/** @param comments what stands above each item of the list that the value has */
function written(
  value: Record<string, unknown>,
  head: string | null,
  comments: readonly (string | null)[] = [],
): string {
  const document = new Document(value);
  if (head !== null) document.commentBefore = ` ${head}`;
  visit(document, {
    Pair: (_, { key, value: node }) => {
      const name = String(key);
      if (isMap(node) && ON_ONE_LINE.has(name)) node.flow = true;
      if (isMap(node) && name === 'also')
        for (const { value: inner } of node.items) if (isMap(inner)) inner.flow = true;
      if (isSeq(node) && name === 'stages') {
        // Of a region, a stage a line; of a condition, all on one.
        if (node.items.some(isMap))
          for (const item of node.items) (item as Node & { flow?: boolean }).flow = true;
        else node.flow = true;
      }
      if (isSeq(node) && name === 'events')
        for (const [index, item] of node.items.entries()) {
          const comment = comments[index] ?? null;
          if (comment !== null)
            (item as Node).commentBefore = ` ${comment.replaceAll(/\s+/g, ' ')}`;
        }
    },
  });
  return document.toString({ lineWidth: 110, singleQuote: true, flowCollectionPadding: true });
}

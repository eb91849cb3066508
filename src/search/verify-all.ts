import type { Agreement } from '../model/agreement.ts';
import { exploreSystem } from './exploration.ts';
import { joint } from './joint.ts';
import type { Perspective } from './perspective.ts';
import type { Property } from './property.ts';
import { type PropertyAnswer, verify } from './verify.ts';
import type { Work } from './work.ts';

/** What verifying came to: the reachable states of each perspective, and each property under each one asked. */
export interface Verified {
  readonly explored: readonly {
    readonly reading: string;
    readonly states: bigint;
    readonly nodes: number;
    readonly complete: boolean;
  }[];
  readonly properties: readonly {
    readonly property: Property;
    readonly answers: readonly { readonly reading: string; readonly answer: PropertyAnswer }[];
  }[];
}

/**
 * Explores every perspective and checks the properties in everything that can be reached. A property for certain
 * readings is checked under those alone, one for all under the parties' at once as well.
 *
 * @throws NotRepresentableError, UnknownNameError for what the agreement does not have
 */
export function* verifyAll(
  agreement: Agreement,
  properties: readonly Property[],
  perspectives: readonly Perspective[],
): Work<Verified> {
  const explored: Verified['explored'][number][] = [];
  const answers = properties.map((): { reading: string; answer: PropertyAnswer }[] => []);
  for (const { reading, standpoints } of perspectives) {
    const exploration = yield* exploreSystem(joint(agreement, standpoints).system);
    const { states, nodes, reachable } = exploration;
    explored.push({ reading, states, nodes, complete: reachable.complete });
    for (const [index, property] of properties.entries()) {
      if (property.readings !== null && !property.readings.includes(reading)) continue;
      const answer = yield* verify(exploration, property.formula);
      answers[index]?.push({ reading, answer });
    }
  }
  return {
    explored,
    properties: properties.map((property, index) => ({
      property,
      answers: answers[index] ?? [],
    })),
  };
}

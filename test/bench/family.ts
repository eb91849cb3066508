import { allOf, type CompiledEvent, type Guard, type System } from '../../src/search/system.ts';

const STAGES = ['none', 'begun', 'partial', 'full'];

/**
 * A made-up agreement of any size, of the shape that phased agreements have: one phase region, provisions of four
 * stages each of which needs its neighbours to come further, events back, and a collapse that moves them all.
 *
 * @param provisions how many regions there are beside the phase
 */
export function family(provisions: number): System {
  const regions = [
    { id: 'phase', stages: ['talks', 'one', 'two', 'settled', 'collapsed'], start: 0 },
    ...Array.from({ length: provisions }, (_, index) => ({
      id: `provision${index}`,
      stages: STAGES,
      start: 0,
    })),
  ];
  const stands = (region: number, ...stages: number[]): Guard => ({ kind: 'in', region, stages });
  const event = (
    id: string,
    home: number,
    from: number[],
    asked: Guard,
    moves: CompiledEvent['moves'],
  ): CompiledEvent => ({
    id,
    gate: null,
    controllers: null,
    assumed: null,
    again: false,
    home,
    from,
    requirement: allOf([]),
    asked,
    guard: allOf([stands(home, ...from), asked]),
    moves,
  });
  const step = (size: number, from: number, to: number) =>
    Array.from({ length: size }, (_, stage) => (stage === from ? to : stage));
  const nothing = allOf([]);
  const events: CompiledEvent[] = [
    event('phase.one', 0, [0], nothing, [{ region: 0, to: step(5, 0, 1) }]),
    event('phase.two', 0, [1], allOf([stands(1, 2, 3), stands(2, 1, 2, 3)]), [
      { region: 0, to: step(5, 1, 2) },
    ]),
    event('phase.settled', 0, [2], allOf([stands(1, 3), stands(provisions, 3)]), [
      { region: 0, to: step(5, 2, 3) },
    ]),
  ];
  for (let index = 1; index <= provisions; index += 1) {
    const neighbour = (index % provisions) + 1;
    events.push(
      event(`provision${index}.begun`, index, [0], stands(0, 1, 2, 3), [
        { region: index, to: step(4, 0, 1) },
      ]),
      event(`provision${index}.partial`, index, [1], stands(neighbour, 1, 2, 3), [
        { region: index, to: step(4, 1, 2) },
      ]),
      event(
        `provision${index}.full`,
        index,
        [2],
        allOf([stands(0, 2, 3), stands(neighbour, 1, 2, 3)]),
        [{ region: index, to: step(4, 2, 3) }],
      ),
      event(`provision${index}.lost`, index, [2], nothing, [{ region: index, to: step(4, 2, 1) }]),
    );
  }
  const collapse = regions.slice(1).map((_, index) => ({ region: index + 1, to: [0, 0, 1, 2] }));
  events.push(
    event('phase.collapsed', 0, [1, 2, 3], nothing, [
      { region: 0, to: [0, 4, 4, 4, 4] },
      ...collapse,
    ]),
  );
  return { regions, events };
}

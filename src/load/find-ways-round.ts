import type { Agreement } from '../model/agreement.ts';
import { waysRound } from '../model/region-moves.ts';
import type { Dossier } from './dossier.ts';
import type { Problem } from './problem.ts';

/**
 * Notices of gates that can be gone round: where another event, before which nothing stands, brings a region to the
 * stage that a gated one leads to, what is asked before the gate can be passed unseen.
 */
export function findWaysRound(agreement: Agreement, { events: file }: Dossier): Problem[] {
  if (file === null) return [];
  return [...agreement.events.values()].flatMap((event) => {
    if (event.gate === null) return [];
    return waysRound(agreement, event).flatMap(({ stage, events }) =>
      events.map(({ id }): Problem => {
        const index = file.value.events.findIndex((written) => written.id === id);
        return {
          file: file.file,
          ...file.locate(['events', index, 'moves']),
          code: 'way-round',
          message: `${id} brings ${event.home} to ${stage} too, and nothing is asked before it: a way round the gate ${event.gate}`,
          hint: `give ${id} a requirement or a position of its own, or let it lead to another stage`,
        };
      }),
    );
  });
}

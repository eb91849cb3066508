import { commandLine } from '../load/command-line.ts';
import { agreementsJson } from '../explain/agreements-json.ts';
import { agreementsText } from '../explain/agreements-text.ts';
import type { AgreementAtHand, Context } from './context.ts';
import { printBlocks, printJson } from './terminal.ts';

/** `list agreements`: every agreement at hand, those with problems as well. */
export async function listAtHand(
  { atHand, terminal, program }: Pick<Context, 'atHand' | 'terminal' | 'program'>,
  asked: string | undefined,
  { json = false }: { readonly json?: boolean },
): Promise<void> {
  const found = (await atHand(asked)).map(told);
  if (json) await printJson(terminal, agreementsJson(found));
  else
    await printBlocks(
      terminal,
      agreementsText(found, (agreement) => commandLine({ agreement, program }, 'validate')),
    );
}

function told({ id, folder, isShipped, over, isChosen, holding, problems }: AgreementAtHand) {
  return {
    id,
    title: holding?.agreement.title ?? null,
    folder,
    ships: isShipped,
    extends: over,
    default: isChosen,
    counts:
      holding === null
        ? null
        : {
            regions: holding.agreement.statechart.regions.length,
            events: holding.agreement.events.size,
            readings: holding.agreement.readings.size,
            scenarios: holding.scenarios.size,
          },
    problems: problems.length,
  };
}

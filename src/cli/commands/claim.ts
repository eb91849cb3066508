import type { Command } from 'commander';
import { claimUses } from '../../answer/claim-uses.ts';
import { findClaims } from '../../answer/claims.ts';
import type { Agreement, CitedClaim } from '../../model/agreement.ts';
import type { Source } from '../../model/shapes/source.ts';
import { type AskedClaims, claimText } from '../../explain/claim-text.ts';
import { claimInFullJson } from '../../explain/claims-json.ts';
import { quote } from '../../load/show.ts';
import { didYouMean } from '../../load/suggest.ts';
import { separated } from '../asked.ts';
import { type Context, holdingOf } from '../context.ts';
import { examples } from '../examples.ts';
import { json } from '../options.ts';
import { printBlocks, printJson } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

interface ClaimOptions {
  agreement?: string;
  json?: boolean;
}

/** `claim ID...`: claims in full, so that a citation can be followed. */
export function addClaim(program: Command, context: Context): void {
  program
    .command('claim')
    .argument(
      '<id...>',
      'claims by id, as citations have them: gazette-1.c7, or gazette-1.c3, c4; a source by itself stands for its claims',
    )
    .summary('a claim in full: who says it, where and when, and what disputes it')
    .addHelpText('after', examples('phasegate claim document-1.c4', 'phasegate claim document-1'))
    .description(
      'Shows claims in full: what is said, by whom and of whom, in which publication, how its day is known, what disputes it, and what it is cited for.',
    )
    .addOption(json())
    .action(async (words: string[], options: ClaimOptions, command: Command) => {
      const holding = await holdingOf(context, command.optsWithGlobals<ClaimOptions>().agreement);
      const { agreement } = holding;
      const uses = claimUses(holding);
      const asked = namedBy(agreement, words).map((named): AskedClaims => {
        if ('reference' in named)
          return { kind: 'claim', claim: named, uses: uses.get(named.reference) ?? [] };
        return {
          kind: 'source',
          source: named,
          claims: findClaims(holding, { source: [named.id] }),
        };
      });
      if (options.json === true) {
        const claims = new Set(
          asked.flatMap((each) => (each.kind === 'claim' ? [each.claim] : each.claims)),
        );
        await printJson(context.terminal, claimInFullJson(agreement, [...claims], uses));
      } else await printBlocks(context.terminal, claimText(agreement, asked, holding.scenarios));
    });
}

/**
 * The claims and sources named, each once, in the order in which they are. A claim's number by itself belongs to the
 * source named last, so that what a citation has between its brackets can be typed as it stands.
 */
function namedBy(agreement: Agreement, words: readonly string[]): (CitedClaim | Source)[] {
  const found = new Set<CitedClaim | Source>();
  let last: Source | null = null;
  for (const word of separated(words)) {
    const id: string = last !== null && NUMBER.test(word) ? `${last.id}.${word}` : word;
    const claim = agreement.claims.get(id);
    const source = claim?.source ?? agreement.sources.find((each) => each.id === id);
    if (source === undefined)
      throw new UsageError('unknown-id', `there is no claim ${quote(id)}`, hintFor(agreement, id));
    found.add(claim ?? source);
    last = source;
  }
  return [...found];
}

const NUMBER = /^c\d+$/;

function hintFor(agreement: Agreement, id: string): string {
  const sources = agreement.sources.map((source) => source.id);
  if (NUMBER.test(id)) {
    const claims = [...agreement.claims.keys()];
    const such = claims.find((each) => each.endsWith(`.${id}`)) ?? claims[0];
    return such === undefined
      ? 'there are no claims yet'
      : `its source comes first, such as ${such}`;
  }
  return (
    didYouMean(id, [...agreement.claims.keys(), ...sources]) ??
    `\`phasegate claims\` lists the claims; the sources are ${sources.join(', ')}`
  );
}

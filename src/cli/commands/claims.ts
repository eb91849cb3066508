import type { Command } from 'commander';
import { CLAIM_KINDS } from '../../model/claim-kinds.ts';
import { findClaims } from '../../answer/claims.ts';
import { claimsJson } from '../../report/claims-json.ts';
import { claimsText } from '../../report/claims-text.ts';
import { known } from '../asked.ts';
import { type Context, holdingOf } from '../context.ts';
import { json, verbose } from '../options.ts';
import { printJson, printLines } from '../terminal.ts';

interface ClaimsOptions {
  agreement?: string;
  speaker?: string;
  region?: string;
  kind?: string;
  source?: string;
  disputed?: boolean;
  json?: boolean;
  verbose?: boolean;
}

/** `claims`: what the documents say, who says it, and what stands against it. */
export function addClaims(program: Command, context: Context): void {
  program
    .command('claims')
    .summary('what the documents say, and who disputes it')
    .option('--speaker <id>', 'said by, or reported of, this party or speaker')
    .option('--region <id>', 'about this region')
    .option('--kind <kind>', `one of ${CLAIM_KINDS.join(', ')}`)
    .option('--source <id>', 'from this source')
    .option('--disputed', 'only claims that another claim contradicts')
    .addOption(json())
    .addOption(verbose())
    .action(async (options: ClaimsOptions, command: Command) => {
      const { agreement } = await holdingOf(
        context,
        command.optsWithGlobals<ClaimsOptions>().agreement,
      );
      if (options.speaker !== undefined)
        known('party or speaker', options.speaker, [
          ...agreement.parties.keys(),
          ...agreement.speakers.keys(),
        ]);
      if (options.region !== undefined) known('region', options.region, agreement.regions.keys());
      if (options.kind !== undefined) known('kind of claim', options.kind, CLAIM_KINDS);
      if (options.source !== undefined)
        known(
          'source',
          options.source,
          agreement.sources.map((source) => source.id),
        );
      const claims = findClaims(agreement, options);
      if (options.json === true) await printJson(context.terminal, claimsJson(agreement, claims));
      else
        await printLines(
          context.terminal,
          claimsText(agreement, claims, {
            width: context.terminal.width,
            verbose: options.verbose === true,
          }),
        );
    });
}

import type { Command } from 'commander';
import { CLAIM_KINDS } from '../../model/claim-kinds.ts';
import { findClaims } from '../../answer/claims.ts';
import { claimsJson } from '../../explain/claims-json.ts';
import { claimsText } from '../../explain/claims-text.ts';
import { knownOnes } from '../asked.ts';
import { type Context, holdingOf } from '../context.ts';
import { examples } from '../examples.ts';
import { type FormatOptions, printAnswer, withFormats } from '../formats.ts';
import { collect, verbose } from '../options.ts';

interface ClaimsOptions extends FormatOptions {
  agreement?: string;
  about?: string[];
  speaker?: string[];
  region?: string[];
  kind?: string[];
  source?: string[];
  disputed?: boolean;
  verbose?: boolean;
}

/** `claims`: what the documents say, who says it, and what disputes it. */
export function addClaims(program: Command, context: Context): void {
  const described = program
    .command('claims')
    .summary('what the documents say, who says it, and what disputes it')
    .addHelpText(
      'after',
      examples(
        'phasegate claims --region phase --kind demand',
        'phasegate claims --disputed --markdown > disputed.md',
      ),
    )
    .description(
      'Lists what the documents say, under the publications that say it. An option that names several, separated by commas or by being repeated, takes any of them; different options narrow each other. `phasegate claim ID` shows one claim in full.\nExit code: 0, or 2 on an error.',
    )
    .option(
      '--about <party,...>',
      'what a party says and what is said of it: all of --speaker, and what is cited for its positions, for what it did, and for what it can bring about',
      collect,
    )
    .option(
      '--speaker <id,...>',
      'said by, or reported of, a party or speaker; what a group says counts for its members, and what a member says for its groups',
      collect,
    )
    .option('--region <id,...>', 'about a region', collect)
    .option('--kind <kind,...>', `one of ${CLAIM_KINDS.join(', ')}`, collect)
    .option('--source <id,...>', 'from a source', collect)
    .option('--disputed', 'only claims that another claim disputes');
  withFormats(described)
    .addOption(verbose('add the paragraph, the days and the regions of each'))
    .action(async (options: ClaimsOptions, command: Command) => {
      const holding = await holdingOf(context, command.optsWithGlobals<ClaimsOptions>().agreement);
      const { agreement } = holding;
      const parties = [...agreement.parties.keys()];
      const speakers = [...parties, ...agreement.speakers.keys()];
      const sources = agreement.sources.map(({ id }) => id);
      const claims = findClaims(holding, {
        about: knownOnes('party', options.about, parties),
        speaker: knownOnes('party or speaker', options.speaker, speakers),
        region: knownOnes('region', options.region, agreement.regions.keys()),
        kind: knownOnes('kind of claim', options.kind, CLAIM_KINDS),
        source: knownOnes('source', options.source, sources),
        disputed: options.disputed,
      });
      await printAnswer(context.terminal, options, {
        text: () => claimsText(agreement, claims, { verbose: options.verbose === true }),
        json: () => claimsJson(agreement, claims),
        sheet: async () =>
          (await import('../../explain/claims-sheet.ts')).claimsSheet(agreement, claims),
      });
    });
}

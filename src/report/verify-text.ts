import { type Agreement, readingTitle } from '../model/agreement.ts';
import { EVERYONE } from '../search/perspective.ts';
import type { Verified } from '../search/verify-all.ts';
import { completeness } from './explore-text.ts';
import { table, wrap } from './table.ts';
import { cited, listed, spokenCount } from './words.ts';

/** Exact counts, then each property with its verdicts, then the shortest counterexamples. */
export function verifyText(
  agreement: Agreement,
  verified: Verified,
  options: { width: number; verbose: boolean },
): string[] {
  const counts = verified.explored.map(({ reading, states, nodes, complete }) => [
    perspectiveTitle(agreement, reading),
    `${spokenCount(states)}${complete ? '' : ' or more'}`,
    String(nodes),
  ]);
  const rows = verified.properties.map(({ property, answers }) => [
    outcome(answers),
    property.id,
    `${property.title} (${scope(agreement, verified, answers)}; ${property.claims.length === 0 ? 'derived from the model' : cited(agreement, property.claims, 'derived')})`,
  ]);
  const failures = verified.properties.flatMap(({ property, answers }) =>
    answers
      .filter(({ answer }) => answer.verdict === 'fails')
      .flatMap(({ reading, answer }) => [
        '',
        `${property.id} fails under ${perspectiveTitle(agreement, reading)}${answer.example === null ? '' : answer.example.isShortest ? '. The shortest way to see it:' : '. A way to see it (there may be shorter ones):'}`,
        ...(answer.example?.events ?? []).map((event, index) => `  ${index + 1}. ${event}`),
        ...(answer.example?.forEver
          ? [
              `  and then for ever: ${answer.example.forEver.join(', ') || 'nothing more can happen'}`,
            ]
          : []),
      ]),
  );
  return [
    agreement.title,
    'Reachable states, exactly (a count of the model, never a likelihood):',
    ...table([['Reading', 'States', 'Diagram nodes'], ...counts], options.width, '  '),
    '',
    ...table(rows, options.width),
    ...(options.verbose
      ? [
          '',
          ...verified.properties.flatMap(({ property }) =>
            wrap(`${property.id}: ${property.why}`, options.width),
          ),
        ]
      : []),
    ...failures,
    '',
    completeness(verified.explored.every(({ complete }) => complete)),
  ];
}

/** Whose reading it is; or that of all parties at once. */
function perspectiveTitle(agreement: Agreement, reading: string): string {
  return reading === EVERYONE ? 'everyone at once' : readingTitle(agreement, reading);
}

/** One word: that it fails under any of the readings asked outweighs where it holds. */
function outcome(answers: Verified['properties'][number]['answers']): string {
  const verdicts = answers.map(({ answer }) => answer.verdict);
  if (verdicts.length === 0) return 'not asked';
  return (['fails', 'unfinished', 'holds'] as const).find((one) => verdicts.includes(one)) ?? '';
}

/** Under which of the readings asked it comes out how. */
function scope(
  agreement: Agreement,
  { explored }: Verified,
  answers: Verified['properties'][number]['answers'],
): string {
  const isEvery = answers.length === explored.length && explored.length > agreement.readings.size;
  const verdicts = [...new Set(answers.map(({ answer }) => answer.verdict))];
  if (verdicts.length <= 1 && isEvery) return 'under every reading';
  return verdicts
    .map((verdict) => {
      const titles = answers
        .filter(({ answer }) => answer.verdict === verdict)
        .map(({ reading }) => perspectiveTitle(agreement, reading));
      return `${verdicts.length > 1 ? `${verdict} ` : ''}under ${listed(titles)}`;
    })
    .join('; ');
}

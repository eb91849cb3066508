import { type Agreement, readingTitle } from '../agreement/agreement.ts';
import { EVERYONE } from '../explorer/perspective.ts';
import type { Verified } from '../explorer/verify-all.ts';
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
    outcome(agreement, answers),
    property.id,
    `${property.title}${property.readings === null ? ', under every reading' : ` (${listed(property.readings.map((id) => readingTitle(agreement, id)))})`} (${property.claims.length === 0 ? 'derived from the model' : cited(property.claims, 'derived')})`,
  ]);
  const failures = verified.properties.flatMap(({ property, answers }) =>
    answers
      .filter(({ answer }) => answer.verdict === 'fails')
      .flatMap(({ reading, answer }) => [
        '',
        `${property.id} fails under ${perspectiveTitle(agreement, reading)}${answer.example === null ? '' : '. The shortest way to see it:'}`,
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

/** One word where all readings asked agree, else what each says. */
function outcome(agreement: Agreement, answers: Verified['properties'][number]['answers']): string {
  const verdicts = new Set(answers.map(({ answer }) => answer.verdict));
  const [only] = verdicts;
  if (only === undefined) return 'not asked';
  if (verdicts.size === 1) return only;
  return answers
    .map(({ reading, answer }) => `${perspectiveTitle(agreement, reading)}: ${answer.verdict}`)
    .join(', ');
}

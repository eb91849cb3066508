import { type Block, heading, line, rows } from './document.ts';
import type { AgreementsOutput } from './shapes/agreements.ts';

/**
 * The agreements at hand, as a table.
 *
 * @param validateLine the command line that tells what is wrong with the one in a folder
 */
export function agreementsText(
  agreements: AgreementsOutput['agreements'],
  validateLine: (folder: string) => string,
): Block[] {
  const wrong = agreements.filter(({ problems }) => problems > 0);
  return [
    heading('agreements:'),
    ...rows(
      agreements.map((each) => [each.id, each.folder, toldOf(each)]),
      { depth: 1 },
    ),
    ...wrong.flatMap(({ folder }) => line(`What is wrong with ${folder}: ${validateLine(folder)}`)),
  ];
}

function toldOf(each: AgreementsOutput['agreements'][number]): string {
  const { counts, problems } = each;
  const title = each.title === null ? '' : `${each.title}: `;
  const held =
    counts === null
      ? `${problems} ${problems === 1 ? 'problem' : 'problems'}`
      : Object.entries(counts)
          .map(([what, count]) => `${count} ${count === 1 ? what.slice(0, -1) : what}`)
          .join(', ');
  return [
    `${title}${held}`,
    ...(each.extends === null ? [] : [`laid over ${each.extends}`]),
    ...(each.ships ? ['ships with the program'] : []),
    ...(each.default ? ['the default here'] : []),
  ].join('; ');
}

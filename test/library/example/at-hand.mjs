// What every script here begins with: the agreement of a folder, and how it stands at the end of its record.
import { formatProblem, momentOf } from 'phasegate';
import { openAgreement } from 'phasegate/node';

/**
 * The agreement in a folder with a moment of it; where something is wrong with its files, that is said and all ends.
 *
 * @param {string} [folder]
 */
export function atHand(folder = '.') {
  const content = openAgreement(folder);
  if (!content.ok) {
    console.error(content.problems.map(formatProblem).join('\n'));
    process.exit(2);
  }
  const found = momentOf(content);
  if (!found.ok) throw new Error(found.error.message);
  return { content, agreement: content.agreement, moment: found.value };
}

import type { Agreement } from '../model/agreement.ts';
import type { DutyStanding } from '../answer/duties.ts';
import { type Phrase, phrased } from './document.ts';
import { boundText, deadlineText, dutyBasis, dutyStatusText } from './duties-text.ts';
import { grouped } from './grouped.ts';
import { capital, listed, runTitle } from './words.ts';

/**
 * A duty in one line, where its event is spoken of: by when, whom it binds, how it stands as reported, and in which
 * runs it stands otherwise.
 */
export function dutyLine(agreement: Agreement, standing: DutyStanding): Phrase[] {
  const { duty, runs, binds } = standing;
  const ways = grouped(runs, (each) => dutyStatusText(agreement, duty, each));
  const said = ways.map((alike, index) => {
    const [first] = alike;
    const status = dutyStatusText(agreement, duty, first);
    if (ways.length === 1) return status;
    // Those whose facts give what is reported need no naming.
    const whose =
      index === 0
        ? runTitle(agreement, first.run)
        : listed(alike.map(({ run }) => runTitle(agreement, run)));
    return `${index === 0 ? whose : capital(whose)}, ${status}`;
  });
  const perhaps = binds === null ? ', and it is not certain that it binds by then' : '';
  const head = `Duty ${deadlineText(agreement, duty)}, ${boundText(agreement, standing.bound)}${perhaps}`;
  return phrased`${head}: ${said.join('. ')}${dutyBasis(agreement, standing)}.`;
}

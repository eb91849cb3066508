import type { GroupedOption } from '../answer/grouped-options.ts';
import { conditionTitle } from '../model/agreement.ts';
import { type Moment, published } from '../model/moment.ts';
import { type Block, line, phrased, type Words } from './document.ts';
import { handsAfterOn } from './hands-after.ts';
import { outcomesWords } from './outcome-text.ts';
import { whoCanWords } from './who-can-text.ts';
import { whoWords } from './who-words.ts';
import { capital, eventName } from './words.ts';

/** An event that could come next, a line for each: who can bring it about, what each reading makes of it, what is missing. */
export function optionBlocks(moment: Moment, grouped: GroupedOption): Block[] {
  const { agreement } = moment;
  const { event, option, missing, standing } = grouped;
  const counts = (reference: string) => published(moment, [reference]).length > 0;
  const parties = standing.parties.flatMap(({ reading }) => {
    const outcome = option.outcomes[reading];
    return outcome === undefined ? [] : [[reading, outcome] as const];
  });
  const said: Words[] = [
    `${capital(eventName(event))}.`,
    ...(event.assumed === null ? [] : [`Assumed by the model itself: ${event.assumed}`]),
    phrased`Who can bring it about: ${whoWords(agreement, event.id, counts)}.`,
    ...handsAfterOn(moment, event.id),
    phrased`${outcomesWords(moment, parties, event.home)}.`,
    ...missing.map(
      ({ condition, ...hands }) =>
        phrased`${capital(conditionTitle(agreement, condition))}: who can bring it about: ${whoCanWords(agreement, { ...hands, takingPart: published(moment, hands.takingPart) })}.`,
    ),
  ];
  return said.flatMap((words) => line(words));
}

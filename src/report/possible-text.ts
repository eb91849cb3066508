import { readingTitle, regionTitle, stageTitle } from '../model/agreement.ts';
import type { Truth } from '../model/kleene.ts';
import type { Possibility, Standing } from '../model/standing.ts';
import { REPORTED } from '../model/terms.ts';
import { type Block, line } from './document.ts';
import { factText } from './fact-text.ts';
import { grouped } from './grouped.ts';
import { capital, listed } from './words.ts';

/** Whether the event can happen from here: as reported, and where a party's own run differs, there. */
export function possibleLines(standing: Standing): Block[] {
  const { moment, event, possible, taken, parties } = standing;
  const { agreement } = moment;
  const region = regionTitle(agreement, event.home);
  const fact = moment.states[REPORTED]?.facts[event.home];
  const where = fact === undefined ? '' : factText(moment, event.home, fact);
  const canFrom = `possible from ${listed(titlesOf(standing, possible.from), 'or')}`;
  const reported = {
    happened: `It has happened already. ${capital(region)}: ${where}.`,
    yes: `Yes. ${capital(region)}: ${where}.`,
    no: `No. ${capital(region)}: ${where}; it would be ${canFrom}.`,
    unknown: `Not known. ${capital(region)}: ${where}; it is ${canFrom}.`,
  };
  const differing = parties.filter(
    (party) => wordOf(party.possible, party.taken) !== wordOf(possible, taken),
  );
  const inRun = {
    happened: 'it has happened already',
    yes: 'it can happen',
    no: 'it cannot happen',
    unknown: 'it is not known whether it can happen',
  };
  return [
    ...line(`Can it happen? ${reported[wordOf(possible, taken)]}`),
    ...grouped(
      differing,
      (party) => `${wordOf(party.possible, party.taken)} ${party.possible.stages.join(' ')}`,
    ).flatMap((alike) => {
      const [party] = alike;
      const whose = listed(alike.map(({ reading }) => readingTitle(agreement, reading)));
      const stands = listed(titlesOf(standing, party.possible.stages), 'or');
      return line(
        `As ${whose} ${alike.length > 1 ? 'recognise' : 'recognises'} things, ${inRun[wordOf(party.possible, party.taken)]} (${region}: ${stands}).`,
        1,
      );
    }),
  ];
}

function titlesOf({ moment, event }: Standing, stages: readonly string[]): string[] {
  return stages.map((stage) => stageTitle(moment.agreement, event.home, stage));
}

/** What was taken is no longer asked whether it can happen, unless it could happen once more. */
function wordOf({ answer }: Possibility, taken: Truth): 'happened' | 'yes' | 'no' | 'unknown' {
  if (answer === true) return 'yes';
  if (taken === true) return 'happened';
  return answer === false ? 'no' : 'unknown';
}

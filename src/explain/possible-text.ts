import { regionTitle, stageTitle } from '../model/agreement.ts';
import type { Standing } from '../model/standing.ts';
import { REPORTED } from '../model/terms.ts';
import { type Block, line, type Phrase, phrased } from './document.ts';
import { factWords } from './fact-text.ts';
import { happenedTexts } from './happened-text.ts';
import { requirementUnmet } from './overall-text.ts';
import { grouped } from './grouped.ts';
import type { Fact } from '../model/run-state.ts';
import { canHappenWord, capital, inRuns, listedStages, STEP_STATUS_WORDS } from './words.ts';

/** Whether the event can happen from here: as reported, and where a party's own run differs, there. */
export function possibleLines(standing: Standing): Block[] {
  const { moment, event, possible, taken, parties } = standing;
  const { agreement } = moment;
  const region = regionTitle(agreement, event.home);
  const fact = moment.states[REPORTED]?.facts[event.home];
  const where = fact === undefined ? [] : factWords(moment, event.home, fact);
  const required = requirementUnmet(standing);
  const canFrom = `possible from ${listedStages(titlesOf(standing, possible.from), 'or')}`;
  const reported: Readonly<Record<string, readonly Phrase[]>> = {
    happened: phrased`${happenedAlready(fact)} ${capital(region)}: ${where}.`,
    yes: phrased`As far as its stage goes, yes${required === '' ? '' : `; ${required}`}. ${capital(region)}: ${where}.`,
    no: phrased`No. ${capital(region)}: ${where}; it would be ${canFrom}.`,
    'not known': phrased`Not known. ${capital(region)}: ${where}; it is ${canFrom}.`,
  };
  const differing = parties.filter(
    (party) =>
      canHappenWord(party.possible.answer, party.taken) !== canHappenWord(possible.answer, taken),
  );
  // Not `can happen`: beside a party's name that sounds as if it agreed.
  const inRun: Readonly<Record<string, string>> = {
    happened: 'happened already',
    yes: 'possible by its stage',
    no: 'not possible',
    'not known': 'not known whether possible',
  };
  return [
    ...happenedTexts(standing).flatMap((said) => line(said)),
    ...line(
      phrased`Can it happen? ${reported[canHappenWord(possible.answer, taken)] ?? []}`.map(
        (each, index) => ({ ...each, brief: index === 0 ? cannotHappenText(standing) : '' }),
      ),
    ),
    ...grouped(
      differing,
      (party) =>
        `${canHappenWord(party.possible.answer, party.taken)} ${party.possible.stages.join(' ')}`,
    ).flatMap((alike) => {
      const [party] = alike;
      const whose = inRuns(
        agreement,
        alike.map(({ reading }) => reading),
      );
      const stands = listedStages(titlesOf(standing, party.possible.stages), 'or');
      return line(
        `${capital(whose)}: ${inRun[canHappenWord(party.possible.answer, party.taken)]} (${region}: ${stands}).`,
        1,
      );
    }),
  ];
}

/** That it is behind, and in which way: what is assumed, or expected, has not happened. */
function happenedAlready(fact: Fact | undefined): string {
  const status = fact?.status ?? 'happened';
  return status === 'happened' && fact?.basis !== 'assumed'
    ? 'It has happened already.'
    : `It has happened only by what is ${STEP_STATUS_WORDS[status] || STEP_STATUS_WORDS.assumed}.`;
}

/** Why the event cannot happen from where things stand as reported; empty where it can, or has. */
export function cannotHappenText(standing: Standing): string {
  const { moment, event, possible, taken } = standing;
  if (possible.answer === true || taken === true) return '';
  const [here, from] = [possible.stages, possible.from].map((stages) =>
    listedStages(titlesOf(standing, stages), 'or'),
  );
  const stands = `${regionTitle(moment.agreement, event.home)}: ${here}`;
  return possible.answer === null
    ? `It is not known whether it can happen from here (${stands}); it is possible from ${from}.`
    : `It cannot happen from here (${stands}); it would be possible from ${from}.`;
}

function titlesOf({ moment, event }: Standing, stages: readonly string[]): string[] {
  return stages.map((stage) => stageTitle(moment.agreement, event.home, stage));
}

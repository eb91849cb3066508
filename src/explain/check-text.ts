import { readingTitle } from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';
import type { PartyStanding, Standing } from '../model/standing.ts';
import { regionsAsked } from '../answer/bears-on.ts';
import { dutiesOn } from '../answer/duties-on.ts';
import { citedClaim, claimStatements } from './claims-text.ts';
import { conditionLines, setsLines, type Told } from './condition-text.ts';
import {
  type Block,
  detail,
  GAP,
  heading,
  joined,
  line,
  phrase,
  phrased,
  type Words,
} from './document.ts';
import { dutyLine } from './duty-line.ts';
import { grouped } from './grouped.ts';
import { momentFoot, momentHead, nothingPublishedText } from './moment-text.ts';
import { overallText } from './overall-text.ts';
import { isReported, positionBlocks } from './position-text.ts';
import { possibleLines } from './possible-text.ts';
import type { TextOptions } from './text-options.ts';
import {
  citedPhrase,
  eventName,
  readingTitles,
  truthWord,
  verdictPhrase,
  VERDICT_WORDS,
} from './words.ts';

/** One event: the three answers, each party's position with its conditions, and who could change what is unmet. */
export function gateText(standing: Standing, options: TextOptions): Block[] {
  const { moment, event, parties, terms } = standing;
  const { agreement } = moment;
  const nothing = nothingPublishedText(moment);
  const named = [phrase(event.title), detail(` (${eventName(event)})`)];
  if (nothing !== '')
    return [...momentHead(moment), heading(named), ...line(nothing), ...momentFoot(moment)];
  const told: Told = new Set();
  const duties = dutiesOn(standing);
  const positions = (of: readonly PartyStanding[]) =>
    of.filter(isReported).flatMap((party) => positionBlocks(moment, party, told));
  const regions = regionsAsked(standing);
  const foot = duties.length > 0 ? { isByDay: true, regions } : { regions };
  const said = [
    heading(named, { basis: 'derived' }),
    ...line(overallWords(standing)),
    ...line(event.assumed === null ? '' : `Assumed by the model itself: ${event.assumed}`),
    ...duties.flatMap((duty) => line(dutyLine(agreement, duty))),
    GAP,
    ...possibleLines(standing),
    ...requirementBlocks(standing, told),
    ...positions(parties),
    GAP,
    ...line(silentWords(moment, 'No position reported', parties)),
    ...positions(terms),
    ...line(
      silentWords(
        moment,
        "Terms as reported, no party's, that ask nothing here",
        terms.filter(({ says }) => says.length > 0),
      ),
    ),
    ...inTheWayBlocks(standing),
    ...(options.verbose
      ? claimStatements(agreement, [
          ...claimsIn(standing),
          ...duties.flatMap(({ claims }) => claims),
        ])
      : []),
  ];
  return [...momentHead(moment), ...said, ...momentFoot(moment, said, foot)];
}

/** The verdict over the parties, its word in its tone. */
function overallWords(standing: Standing): Words {
  const said = overallText(standing);
  const { verdict } = standing;
  const { word } = VERDICT_WORDS[verdict];
  return [verdictPhrase(verdict, said.slice(0, word.length)), phrase(said.slice(word.length))];
}

/** What the model itself requires, once: as reported, and where it comes out otherwise in a party's own run, there. */
function requirementBlocks({ moment, requirement, parties }: Standing, told: Told): Block[] {
  if (requirement === null) return [];
  const { truth, conditions, unmet } = requirement;
  const differing = parties.filter((party) => party.requirement !== truth);
  const isEnough = truth === true && conditions.some(({ status }) => status !== 'met');
  return [
    heading(`The model itself requires first (no party's position): ${truthWord(truth)}`),
    ...conditionLines(moment, conditions, { claims: [], inference: null }, 1, told),
    ...line(isEnough ? 'What is met of it is enough.' : '', 1),
    ...setsLines(moment.agreement, 'Would be met with', unmet, 1),
    ...grouped(differing, (party) => truthWord(party.requirement)).flatMap((alike) =>
      line(
        `As recognised by ${readingTitles(
          moment.agreement,
          alike.map(({ reading }) => reading),
        )}, it is ${truthWord(alike[0].requirement)}.`,
        1,
      ),
    ),
  ];
}

/** Those of whom nothing is reported, in one line, with the claims of theirs that bear on the event all the same. */
function silentWords({ agreement }: Moment, whose: string, asked: readonly PartyStanding[]): Words {
  const silent = asked.filter((party) => !isReported(party));
  if (silent.length === 0) return '';
  const said = silent.map(({ reading, says }) => {
    const title = readingTitle(agreement, reading);
    return says.length === 0
      ? [phrase(title)]
      : phrased`${title}${phrase(' [on the matter: ', 'quiet')}${citedPhrase(agreement, says)}${phrase(']', 'quiet')}`;
  });
  return phrased`${whose}: ${joined(said, '; ')}.`;
}

function inTheWayBlocks({ moment, inTheWay }: Standing): Block[] {
  if (inTheWay.length === 0) return [];
  const { agreement } = moment;
  return [
    heading('Said to stand in the way, without being a condition:'),
    ...inTheWay.flatMap((reference) => citedClaim(agreement, reference)),
  ];
}

/** Every claim that the answer about an event names. */
function claimsIn({ requirement, parties, terms, inTheWay }: Standing): string[] {
  const ofParty = ({ statements, conditions, says }: PartyStanding) => [
    ...statements.flatMap(({ claims }) => claims),
    ...conditions.flatMap(({ claims, fact }) => [...claims, ...fact.claims]),
    ...says,
  ];
  return [
    ...(requirement?.conditions ?? []).flatMap(({ claims, fact }) => [...claims, ...fact.claims]),
    ...[...parties, ...terms].flatMap(ofParty),
    ...inTheWay,
  ];
}

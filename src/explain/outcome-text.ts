import { published } from '../model/moment.ts';
import type { Outcome } from '../model/outcome.ts';
import { stageTitle } from '../model/agreement.ts';
import { setsInWords } from './condition-text.ts';
import { joined, type Phrase, phrase, phrased, plainWords } from './document.ts';
import { grouped } from './grouped.ts';
import type { Judged } from './judged.ts';
import { stepNamed } from './step-title.ts';
import { listedStages, OUTCOME_WORDS, readingTitles, restsOnPhrase } from './words.ts';

/**
 * What a run makes of an event, with its reason: the conditions that refuse it or hold it, the objections, or the
 * stages that it would be possible from and the step that is why it is not.
 *
 * @param region the event's home, in whose titles the stages are said
 */
export function outcomeWords(
  moment: Judged,
  outcome: Outcome,
  region: string | null,
): readonly [Phrase, ...Phrase[]] {
  if (outcome.status === null) return [phrase('asks nothing of it')];
  const word = phrase(OUTCOME_WORDS[outcome.status].word);
  const reason = reasonWords(moment, outcome, region);
  return reason.length === 0 ? [word] : [word, ...phrased` (${reason})`];
}

function reasonWords(moment: Judged, outcome: Outcome, region: string | null): Phrase[] {
  const { agreement } = moment;
  const { status, unmet, objections, heldBy, possibleFrom } = outcome;
  switch (status) {
    case 'refused':
      return refusedWords(moment, { unmet, objections });
    case 'held':
      return [phrase(`the model requires: ${setsInWords(agreement, heldBy)}`)];
    case 'already':
      return becauseWords(moment, outcome);
    case 'impossible': {
      const stages = possibleFrom.map((stage) =>
        region === null ? stage : stageTitle(agreement, region, stage),
      );
      const from = stages.length === 0 ? [] : [phrase(`only from ${listedStages(stages, 'or')}`)];
      return joined(
        [from, becauseWords(moment, outcome)].filter((part) => part.length > 0),
        '; ',
      );
    }
    default:
      return [];
  }
}

/** The step that is why: that it stood there already, that this moved things on, or that this did not bring them there. */
function becauseWords({ played }: Judged, { status, becauseOf, isNotApplied }: Outcome): Phrase[] {
  if (becauseOf === null) return [];
  const step = stepNamed(
    played.steps.map((each) => each.step),
    becauseOf,
  );
  if (status === 'already') return [phrase(`since ${step}`)];
  return [phrase(isNotApplied ? `${step} did not bring it there` : `${step} put it where it is`)];
}

/**
 * What keeps something from passing, in words that go on: `an objection, no condition reported [The Gazette, ...];
 * unmet: wreck: raised`; empty where nothing does.
 *
 * @param isOpen whether it turns on the conditions, and it is not known that they are unmet
 */
export function refusedWords(
  moment: Judged,
  { unmet, objections }: Pick<Outcome, 'unmet' | 'objections'>,
  isOpen = false,
): Phrase[] {
  const { agreement } = moment;
  const how = isOpen ? 'turns on' : 'unmet';
  return joined(
    [
      ...objections.map(({ claims, basis }) => {
        const rest = restsOnPhrase(agreement, published(moment, claims), basis);
        return phrased`an objection, no condition reported${rest}`;
      }),
      ...(unmet.length === 0 ? [] : [[phrase(`${how}: ${setsInWords(agreement, unmet)}`)]]),
    ],
    '; ',
  );
}

/** What several readings make of an event, those that make the same of it together: `refused (...): A; unopposed: B and C`. */
export function outcomesWords(
  moment: Judged,
  outcomes: readonly (readonly [reading: string, outcome: Outcome])[],
  region: string | null,
): Phrase[] {
  const said = outcomes.map(([reading, outcome]) => ({
    reading,
    words: outcomeWords(moment, outcome, region),
  }));
  const told = grouped(said, ({ words }) => plainWords(words)).map((alike) => {
    const whose = readingTitles(
      moment.agreement,
      alike.map(({ reading }) => reading),
    );
    return phrased`${whose}: ${alike[0].words}`;
  });
  return joined(told, '; ');
}

import { conditionTitle, readingTitle } from '../model/agreement.ts';
import { type Moment, published } from '../model/moment.ts';
import { regionsAsked } from '../answer/bears-on.ts';
import type { Unmet } from '../answer/unmet.ts';
import { several, type Sheet, sheetOf } from './sheet.ts';
import { withCitations } from './citations-json.ts';
import { conditionJson } from './condition-json.ts';
import { type Block, GAP, line, plainWords, rows, type Words } from './document.ts';
import { gateNamed } from './gates-text.ts';
import { aboutMoment } from './moment-json.ts';
import { momentFoot, momentHead, nothingPublishedText } from './moment-text.ts';
import { objectionJson } from './outcome-json.ts';
import type { UnmetOutput } from './shapes/check.ts';
import { whoCanWords } from './who-can-text.ts';
import { basisPhrase, CONDITION_WORDS, STANCE_WORDS } from './words.ts';

/** `check --unmet`: everything in the way of gates, a row each. */
export function unmetText(moment: Moment, found: readonly Unmet[]): Block[] {
  const { agreement } = moment;
  const nothing = nothingPublishedText(moment);
  if (nothing !== '') return [...momentHead(moment), GAP, ...line(nothing), ...momentFoot(moment)];
  const said =
    found.length === 0
      ? line('Nothing is reported to be unmet.')
      : rows(
          found.map((each) => [
            gateNamed(each.standing.gate, each.standing.event),
            whose(each),
            what(each),
            statusOf(each),
            whoCan(each),
            [basisPhrase(agreement, claimsOf(each), basisOf(each))],
          ]),
          {
            head: ['Gate', 'Whose', 'Asked first', 'Status', 'Who can bring it about', 'Rests on'],
          },
        );
  return [
    ...momentHead(moment),
    GAP,
    ...said,
    ...momentFoot(moment, said, {
      regions: new Set(found.flatMap(({ standing }) => [...regionsAsked(standing)])),
    }),
  ];
}

/** The same as a table. */
export function unmetSheet({ agreement, day }: Moment, found: readonly Unmet[]): Sheet {
  return sheetOf(found, {
    gate: nameOf,
    event: ({ standing }) => standing.event.id,
    event_title: ({ standing }) => standing.event.title,
    reading: ({ party }) => party?.reading ?? null,
    whose,
    kind: ({ party }) => kindOf(agreement, party),
    condition: ({ condition, objection }) => condition?.condition.id ?? objection?.id ?? null,
    asked_first: what,
    region: ({ condition }) => condition?.condition.region ?? null,
    stages: ({ condition }) => several(condition?.condition.stages ?? []),
    status: statusOf,
    certainly_asked: ({ condition }) => condition?.isCertain ?? null,
    now: ({ condition }) => several(condition?.fact.possible ?? []),
    who_can: (each) => plainWords(whoCan(each)),
    as_of: () => day,
    basis: basisOf,
    claims: (each) => several(claimsOf(each)),
  });
}

/** The same as one object. */
export function unmetJson(moment: Moment, found: readonly Unmet[]): UnmetOutput {
  const { agreement } = moment;
  return withCitations(agreement, {
    ...aboutMoment(moment),
    unmet: found.map(({ standing, party, condition, objection }) => ({
      event: standing.event.id,
      eventTitle: standing.event.title,
      gate: standing.gate?.id ?? null,
      reading: party?.reading ?? null,
      readingTitle: party === null ? null : readingTitle(agreement, party.reading),
      kind: kindOf(agreement, party),
      condition: condition === null ? null : conditionJson(moment, condition),
      objection: objection === null ? null : objectionJson(moment, objection),
    })),
  });
}

function kindOf({ readings }: Moment['agreement'], party: Unmet['party']) {
  return party === null ? 'model' : (readings.get(party.reading)?.kind ?? 'party');
}

function nameOf({ standing: { gate, event } }: Unmet): string {
  return gate?.id ?? event.id;
}

function whose({ standing, party }: Unmet): string {
  return party === null
    ? 'the model itself'
    : readingTitle(standing.moment.agreement, party.reading);
}

function what({ standing, condition }: Unmet): string {
  return condition === null
    ? STANCE_WORDS.objects
    : conditionTitle(standing.moment.agreement, condition.condition);
}

function statusOf({ condition }: Unmet): string {
  if (condition === null) return 'objected to';
  const { word } = CONDITION_WORDS[condition.status];
  return condition.isCertain ? word : `${word}; perhaps not asked yet`;
}

function whoCan({ standing, condition }: Unmet): Words {
  return condition === null ? '' : whoCanWords(standing.moment.agreement, condition);
}

function claimsOf({ standing, condition, objection }: Unmet): readonly string[] {
  return condition?.claims ?? published(standing.moment, objection?.claims ?? []);
}

function basisOf({ condition, objection }: Unmet) {
  return condition?.condition.basis ?? objection?.basis ?? 'assumed';
}

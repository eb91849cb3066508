import { type AgreementEvent, readingTitle, regionTitle, stageTitle } from '../model/agreement.ts';
import type { Why } from '../answer/why.ts';
import type { Moment } from '../model/moment.ts';
import { withCitations } from './citations-json.ts';
import { conditionJson, factJson } from './condition-json.ts';
import { endingJson } from './standing-json.ts';
import { aboutMoment } from './moment-json.ts';
import type { WhyOutput } from './shapes/why.ts';

/** `why` as one object: where a region stands in each run, and the events that ask for its stages. */
export function whyJson(moment: Moment, why: Why): WhyOutput {
  const { agreement } = moment;
  const { region, stage } = why;
  return withCitations(agreement, {
    ...aboutMoment(moment),
    region,
    regionTitle: regionTitle(agreement, region),
    stage,
    stageTitle: stage === null ? null : stageTitle(agreement, region, stage),
    facts: why.facts.map(({ runs, fact, disputedBy }) => ({
      runs,
      fact: factJson(moment, region, fact, disputedBy),
    })),
    heldUp: why.heldUp.map(
      ({ event, reading, statement, force, ended, status, party, blocks }) => ({
        ...eventJson(event),
        reading,
        readingTitle: readingTitle(agreement, reading),
        statement: statement.id,
        force,
        ended: ended === null ? null : endingJson(moment, ended),
        condition: conditionJson(moment, status),
        verdict: party.verdict,
        blocks,
      }),
    ),
    required: why.required.map(({ event, status, blocks }) => ({
      ...eventJson(event),
      condition: conditionJson(moment, status),
      blocks,
    })),
    inTheWay: why.inTheWay.map(({ event, claims }) => ({ ...eventJson(event), claims })),
    claims: why.claims,
  });
}

function eventJson({ id, title, gate }: AgreementEvent) {
  return { event: id, eventTitle: title, gate };
}

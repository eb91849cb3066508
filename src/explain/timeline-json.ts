import { type Agreement, readingTitle } from '../model/agreement.ts';
import type { StatementChange, TimelineAsked, TimelineEntry } from '../answer/timeline.ts';
import type { Story } from '../model/story.ts';
import { withCitations } from './citations-json.ts';
import { askedTreeJson, setsJson } from './condition-json.ts';
import { envelope } from './envelope.ts';
import { stepNameJson } from './moment-json.ts';
import type { TimelineOutput } from './shapes/timeline.ts';

/** `timeline` as one object: every day on which something about the event changed. */
export function timelineJson(
  agreement: Agreement,
  story: Story,
  eventId: string,
  entries: readonly TimelineEntry[],
  { asOf = null, knownBy = null }: TimelineAsked = {},
): TimelineOutput {
  const event = agreement.events.get(eventId);
  return withCitations(agreement, {
    ...envelope(agreement),
    scenario: story.scenario.id,
    scenarioTitle: story.scenario.title,
    asOf,
    knownBy,
    nothingPublished: entries[0]?.standing.moment.nothingPublished ?? false,
    event: eventId,
    eventTitle: event?.title ?? eventId,
    gate: event?.gate ?? null,
    changes: entries.map((entry) => changeJson(agreement, entry)),
  });
}

function changeJson(agreement: Agreement, entry: TimelineEntry) {
  const { day, standing, changed, changedAsReported } = entry;
  const { verdict, success, possible, taken, requirement, parties, terms } = standing;
  return {
    day,
    verdict,
    success,
    canHappen: possible.answer,
    taken,
    requirement: requirement === null ? true : requirement.truth,
    changedAsReported,
    readings: [...parties, ...terms].map((party) => ({
      reading: party.reading,
      readingTitle: readingTitle(agreement, party.reading),
      kind: agreement.readings.get(party.reading)?.kind ?? 'party',
      verdict: party.verdict,
      stance: party.stance,
      unmet: setsJson(party.unmet),
      objections: party.objections.map(({ id }) => id),
      changed: changed.includes(party.reading),
    })),
    happened: entry.certain.map(stepNameJson),
    perhaps: entry.possible.map(stepNameJson),
    statements: entry.statements.map((each) => statementChangeJson(agreement, each)),
  };
}

function statementChangeJson(
  agreement: Agreement,
  { statement, condition, change, isInferred, claims }: StatementChange,
) {
  const { id, reading, stance, asked, drops, basis } = statement;
  return {
    id,
    reading,
    readingTitle: readingTitle(agreement, reading),
    stance,
    asked: stance === 'asks' ? askedTreeJson(asked) : null,
    condition: condition?.id ?? null,
    drops,
    change,
    isInferred,
    claims,
    basis,
  };
}

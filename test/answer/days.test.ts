import { describe, expect, it } from 'vitest';
import { isStepKnown, momentAt, NOW } from '../../src/model/moment.ts';
import { Runner } from '../../src/model/runner.ts';
import { standing } from '../../src/model/standing.ts';
import { tell } from '../../src/model/story.ts';
import { whyRegion } from '../../src/answer/why.ts';
import { SUBJECTS } from '../model/subjects.ts';
import { daysAround } from './boundary-days.ts';

describe.each(SUBJECTS)('days in $name', ({ agreement, scenarios }) => {
  const stories = [...scenarios.values()].map((scenario) => tell(scenario, scenarios));
  const runner = new Runner(agreement);

  it('counts a step, leaves it open or has it ahead, by its own first and last day', () => {
    const seen = new Set<string>();
    for (const story of stories) {
      const dated = story.steps.filter(({ date }) => date !== null);
      for (const asOf of daysAround(agreement, story.steps)) {
        const moment = momentAt(agreement, story, { ...NOW, asOf }, runner);
        const counted = new Map(moment.played.steps.map((each) => [each.step.id, each.isCertain]));
        for (const { id, date } of dated) {
          const { from, to } = date ?? { from: '', to: '' };
          const expected = to <= asOf ? true : from <= asOf ? false : undefined;
          expect([story.scenario.id, asOf, id, counted.get(id)]).toEqual([
            story.scenario.id,
            asOf,
            id,
            expected,
          ]);
          expect(moment.perhaps.some((step) => step.id === id)).toBe(expected === false);
          seen.add(String(expected));
        }
        expect(moment.day).toBe(asOf);
      }
    }
    expect([...seen].toSorted()).toEqual(['false', 'true', 'undefined']);
  });

  it('never loses a step that has certainly happened as the days go on', () => {
    for (const story of stories) {
      let before: string[] = [];
      for (const asOf of daysAround(agreement, story.steps)) {
        const { played } = momentAt(agreement, story, { ...NOW, asOf }, runner);
        const now = played.steps.flatMap(({ step, isCertain }) => (isCertain ? [step.id] : []));
        expect(before.filter((id) => !now.includes(id))).toEqual([]);
        before = now;
      }
    }
  });

  it('knows a step by a day once a claim that reports it is certainly out, and with no other claims', () => {
    const [story] = stories;
    if (story === undefined) throw new Error('There is no scenario.');
    const seen = new Set<boolean>();
    for (const knownBy of daysAround(agreement, story.steps)) {
      const isOut = (claim: string) =>
        (agreement.claims.get(claim)?.source.published.to ?? '') <= knownBy;
      const moment = momentAt(agreement, story, { ...NOW, knownBy }, runner);
      expect(moment.day).toBe(knownBy);
      for (const step of story.steps) {
        const isKnown = step.claims.length === 0 || step.claims.some(isOut);
        seen.add(isKnown);
        expect(isStepKnown(agreement, step, knownBy)).toBe(isKnown);
        const played = moment.played.steps.find((each) => each.step.id === step.id)?.step;
        expect(!isKnown && played !== undefined).toBe(false);
        const cited = [...(played?.claims ?? []), ...(played?.bearing ?? [])];
        expect(cited.filter((claim) => !isOut(claim))).toEqual([]);
        const isLeftOut = moment.notKnown.some(({ id }) => id === step.id);
        const isAhead = step.date !== null && step.date.from > knownBy;
        expect(isLeftOut).toBe(!isKnown && !isAhead);
      }
      expect(moment.nothingPublished).toBe(
        agreement.sources.every((source) => source.published.to > knownBy),
      );
    }
    expect(seen.size).toBe(2);
  });

  it('cites nothing that was not certainly out by the day that is known by', () => {
    const [story] = stories;
    if (story === undefined) throw new Error('There is no scenario.');
    let cited = 0;
    for (const knownBy of daysAround(agreement, story.steps)) {
      const moment = momentAt(agreement, story, { ...NOW, knownBy }, runner);
      const references: string[] = [];
      for (const { event } of agreement.gates.values()) {
        const found = standing(moment, event);
        const required = found.requirement?.conditions ?? [];
        references.push(...found.inTheWay, ...required.flatMap(({ claims }) => claims));
        for (const each of [...found.parties, ...found.terms])
          references.push(
            ...each.says,
            ...each.statements.flatMap(({ claims }) => claims),
            ...each.conditions.flatMap(({ claims, fact, takingPart }) => [
              ...claims,
              ...fact.claims,
              ...takingPart,
            ]),
          );
      }
      for (const region of agreement.regions.keys()) {
        const why = whyRegion(moment, region, null);
        references.push(
          ...why.claims,
          ...why.facts.flatMap(({ fact }) => fact.claims),
          ...why.heldUp.flatMap(({ status }) => [...status.claims, ...status.fact.claims]),
          ...why.required.flatMap(({ status }) => [...status.claims, ...status.fact.claims]),
          ...why.inTheWay.flatMap(({ claims }) => claims),
        );
      }
      cited += references.length;
      const later = references.filter(
        (claim) => (agreement.claims.get(claim)?.source.published.to ?? '') > knownBy,
      );
      expect([knownBy, later]).toEqual([knownBy, []]);
    }
    expect(cited).toBeGreaterThan(0);
  });
});

import { describe, expect, it } from 'vitest';
import { STANCES } from '../../src/model/statement.ts';
import { momentText } from '../../src/explain/moment-text.ts';
import { placeText } from '../../src/explain/place-text.ts';
import { standsText } from '../../src/explain/stands-text.ts';
import { OUTCOME_STATUSES, STEP_STATUSES, VERDICTS } from '../../src/model/shapes/scenario.ts';
import {
  capital,
  CONDITION_WORDS,
  basisPhrase,
  controllersWords,
  counted,
  listed,
  listedStages,
  OUTCOME_WORDS,
  restsOnPhrase,
  speakerText,
  STANCE_WORDS,
  STEP_STATUS_WORDS,
  VERDICT_WORDS,
} from '../../src/explain/words.ts';
import { plainWords } from '../../src/explain/document.ts';
import { interestingDays } from '../model/any-story.ts';
import { whoTogether, whoWords } from '../../src/explain/who-words.ts';
import { HARBOUR, inHarbour } from './moments.ts';

const { agreement } = HARBOUR;
const who = (event: string, counts?: (reference: string) => boolean) =>
  plainWords(whoWords(agreement, event, counts));
const together = (events: readonly string[]) => plainWords(whoTogether(agreement, events));
const claimOf = (id: string) => {
  const claim = agreement.claims.get(id);
  if (claim === undefined) throw new Error(`There is no claim ${id}.`);
  return claim;
};

describe('the vocabulary', () => {
  it('has a word for everything that there is, and each means one thing', () => {
    expect(Object.keys(VERDICT_WORDS).toSorted()).toEqual([...VERDICTS, 'contested'].toSorted());
    expect(Object.keys(OUTCOME_WORDS).toSorted()).toEqual([...OUTCOME_STATUSES].toSorted());
    expect(Object.keys(STANCE_WORDS).toSorted()).toEqual([...STANCES, 'unstated'].toSorted());
    expect(Object.keys(STEP_STATUS_WORDS).toSorted()).toEqual([...STEP_STATUSES].toSorted());
    for (const words of [VERDICT_WORDS, OUTCOME_WORDS]) {
      const said = Object.values(words).map(({ word }) => word);
      expect(new Set(said).size).toBe(said.length);
    }
    const marks = Object.values(CONDITION_WORDS).map(({ mark }) => mark);
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('tells no position from an open one, and no objection from one', () => {
    expect(VERDICT_WORDS.unstated.meaning).toBe(
      'no position reported, or none that is certain by then',
    );
    expect(STANCE_WORDS.unstated).toBe('no position reported');
    expect(OUTCOME_WORDS.unopposed.meaning).toContain('no position reported');
    expect(STANCE_WORDS.objects).toBe('objects; no condition reported');
    expect(OUTCOME_WORDS.already.word).toBe('already so');
    expect(OUTCOME_WORDS.unknown.word).toBe('not determined');
  });

  it('marks nothing that happened', () => {
    expect(STEP_STATUS_WORDS.happened).toBe('');
    expect(STEP_STATUS_WORDS.expected).toBe('expected');
  });
});

describe('small sentences', () => {
  it('name several as people do', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((words) => listed(words))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
    expect(listed(['a', 'b'], 'or')).toBe('a or b');
    expect([counted(1, 'step'), counted(2, 'step'), counted(3_879_207_521_280n, 'state')]).toEqual([
      '1 step',
      '2 steps',
      '3,879,207,521,280 states',
    ]);
    expect([capital('the guild'), capital('שלום'), capital('')]).toEqual(['The guild', 'שלום', '']);
  });

  it('say who can bring something about, together or by themselves, nobody, or that none says', () => {
    const said = (controllers: string[][] | null, takingPart: string[] = []) =>
      plainWords(controllersWords(agreement, controllers, takingPart));
    expect(said([['northquay'], ['southquay']])).toBe('Northquay or Southquay');
    expect(said([['northquay', 'wardens'], ['league']])).toBe(
      'Northquay and the Lock Wardens together, or the League of Harbours',
    );
    expect(said([])).toBe('nobody');
    expect(said(null)).toBe('no document says who');
    expect(said(null, ['gazette-1.c3'])).toBe(
      'no document says who; on who takes part so far: The Lock Gazette, by 12 Jan 2031 (gazette-1.c3)',
    );
  });

  it('say of an event who can, with what says so, and only of what counts', () => {
    expect(who('wreck.located')).toBe(
      "the Pilots' Guild [The Lock Gazette, by 12 Jan 2031 (gazette-1.c7)]",
    );
    expect(who('phase.twoBegan')).toMatch(/^Northquay and Southquay together \[derived: /);
    expect(who('canal.shut')).toBe('no document says who');
    expect(who('tolls.shared')).toContain('; on who takes part so far: The Lock Gazette');
    expect(who('wreck.located', () => false)).toBe('no document says who');
  });

  it('name events together that the same can bring about', () => {
    expect(together(['batteries.sealed', 'batteries.dismantled'])).toBe(
      '"The batteries are sealed" (batteries.sealed), then "The batteries are dismantled" (batteries.dismantled): Southquay [unnamed publication, by 14 Feb 2031 (gazette-2.c5); at second hand]',
    );
    expect(together(['wreck.located', 'wreck.raised'])).toMatch(
      /\(wreck\.located\): the Pilots' Guild \[.*\]; then "The wreck is raised" \(wreck\.raised\): Southquay and/,
    );
  });

  it('say what a line rests on', () => {
    const text = (...of: [claims: string[], basis?: 'derived' | 'assumed']) =>
      basisPhrase(agreement, ...of).text;
    expect(text(['gazette-1.c2', 'gazette-1.c1'])).toBe(
      'The Lock Gazette, by 12 Jan 2031 (gazette-1.c1, c2)',
    );
    expect(text(['gazette-1.c8'])).toMatch(/; at second hand$/);
    expect(text(['gazette-1.c1'], 'derived')).toMatch(/^derived: The Lock Gazette/);
    expect(text([], 'derived')).toBe('derived');
    expect(text(['gazette-1.c1'], 'assumed')).toBe('assumed');
    expect(restsOnPhrase(agreement, ['gazette-1.c1'], 'derived', '; so')).toEqual({
      text: ' [derived: The Lock Gazette, by 12 Jan 2031 (gazette-1.c1); so]',
      tone: 'quiet',
      brief: ' [derived: The Lock Gazette, by 12 Jan 2031; so]',
      cites: ['gazette-1.c1'],
    });
  });

  it('say who speaks, and of whom', () => {
    expect(speakerText(agreement, claimOf('gazette-1.c8'))).toBe(
      'dock sources, unnamed, of Northquay (hearsay)',
    );
    expect(speakerText(agreement, claimOf('gazette-1.c9'))).toBe('Southquay');
  });
});

it('counts and names a place among the steps in one way', () => {
  expect([placeText(-1), placeText(-1, 8), placeText(0, 8), placeText(7, 8), placeText(2)]).toEqual(
    [
      'before its first step',
      'before its first step',
      'after step 1 of 8',
      'after step 8 of 8',
      'after step 3',
    ],
  );
  expect(placeText(2, 8, false)).toBe('perhaps after step 3 of 8');
});

it('has a scenario stand at the same step wherever that is said, as of any day', () => {
  let mayHave = 0;
  for (const asOf of interestingDays(agreement)) {
    const moment = inHarbour('harbour-record', { asOf });
    const [, said = ''] = momentText(moment).split(/: (?=after|before)/);
    const [place, ...perhaps] = said.split(', where ');
    const [stands, ...more] = standsText(moment).split(', where ');
    expect([asOf, perhaps]).toEqual([asOf, more]);
    expect([asOf, stands]).toEqual([
      asOf,
      place?.startsWith('after step 8 of 8') === true ? 'at its end' : place,
    ]);
    mayHave += more.length;
  }
  expect(mayHave).toBeGreaterThan(0);
});

it('stages are set apart by marks where the title of one has a comma or a joining word', () => {
  expect(listedStages(['shut', 'open'], 'or')).toBe('shut or open');
  expect(listedStages(['open, under guard'], 'or')).toBe('open, under guard');
  expect(listedStages(['shut', 'open, under guard', 'open'])).toBe(
    '"shut", "open, under guard" and "open"',
  );
});

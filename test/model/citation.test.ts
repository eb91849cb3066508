import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement, CitedClaim } from '../../src/model/agreement.ts';
import {
  citation,
  citationsBySource,
  citationsText,
  citationText,
  sourceName,
} from '../../src/model/citation.ts';
import type { Source } from '../../src/model/shapes/source.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';

const { agreement } = loadHarbour();

/** The agreement with something else in one source's record. */
function withSource(id: string, change: Partial<Source>): Agreement {
  const sources = new Map(
    agreement.sources.map((source) => [
      source.id,
      source.id === id ? { ...source, ...change } : source,
    ]),
  );
  const claims = [...agreement.claims].map(([reference, claim]): [string, CitedClaim] => [
    reference,
    { ...claim, source: sources.get(claim.source.id) ?? claim.source },
  ]);
  return { ...agreement, sources: [...sources.values()], claims: new Map(claims) };
}

describe('a citation', () => {
  it('gives who published a claim, when, and its id', () => {
    expect(citation(agreement, 'gazette-1.c7')).toEqual({
      source: 'The Lock Gazette',
      day: 'by 12 Jan 2031',
      id: 'gazette-1.c7',
    });
    expect(citation(agreement, 'gazette-3.c2')).toMatchObject({ day: '2 Mar 2031' });
    const twoDays = {
      from: '2031-01-31',
      to: '2031-02-01',
      precision: 'day',
      inference: 'x',
    } as const;
    expect(citation(withSource('gazette-2', { published: twoDays }), 'gazette-2.c1')).toMatchObject(
      {
        day: '31 Jan or 1 Feb 2031',
      },
    );
  });

  it('says it in words, publisher and day before the id', () => {
    expect(citationText(agreement, 'gazette-1.c7')).toBe(
      'The Lock Gazette, by 12 Jan 2031 (gazette-1.c7)',
    );
  });

  it('calls a source by its name, else by its publisher, else unnamed', () => {
    expect(sourceName({ name: 'Harbour page', publisher: null })).toBe('Harbour page');
    expect(sourceName({ name: 'Harbour page', publisher: 'The Lock Gazette' })).toBe(
      'Harbour page',
    );
    expect(sourceName({ publisher: 'The Lock Gazette' })).toBe('The Lock Gazette');
    expect(sourceName({ publisher: null })).toBe('unnamed publication');
    expect(citationText(agreement, 'gazette-2.c1')).toBe(
      'unnamed publication, by 14 Feb 2031 (gazette-2.c1)',
    );
    const named = withSource('gazette-2', { name: 'Harbour page' });
    expect(citationText(named, 'gazette-2.c1')).toBe('Harbour page, by 14 Feb 2031 (gazette-2.c1)');
  });

  it('is refused for a claim that the agreement does not have', () => {
    expect(() => citation(agreement, 'gazette-9.c1')).toThrow('no claim gazette-9.c1');
    expect(() => citationsText(agreement, ['gazette-1.c1', 'gazette-1.c99'])).toThrow(
      'no claim gazette-1.c99',
    );
  });
});

describe('several citations', () => {
  it('are grouped by source, in the order in which the sources are named, and counted as people count', () => {
    expect(
      citationsText(agreement, ['gazette-2.c11', 'gazette-1.c3', 'gazette-2.c2', 'gazette-2.c11']),
    ).toBe(
      'unnamed publication, by 14 Feb 2031 (gazette-2.c2, c11); The Lock Gazette, by 12 Jan 2031 (gazette-1.c3)',
    );
  });

  it('keep two sources apart that one publisher brought out on one day', () => {
    const { published } = agreement.sources.find(({ id }) => id === 'gazette-3') ?? {};
    const twins = withSource('gazette-1', { published: published as Source['published'] });
    expect(citationsText(twins, ['gazette-1.c1', 'gazette-3.c1', 'gazette-1.c2'])).toBe(
      'The Lock Gazette, 2 Mar 2031 (gazette-1.c1, c2); The Lock Gazette, 2 Mar 2031 (gazette-3.c1)',
    );
  });

  it('of none are nothing', () => {
    expect(citationsText(agreement, [])).toBe('');
  });

  it('name every claim once and every source once, whatever the order', () => {
    const references = [...agreement.claims.keys()];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...references)), (cited) => {
        const groups = citationsBySource(agreement, cited);
        expect(groups.map(({ source }) => source.id)).toEqual([
          ...new Set(cited.map((reference) => reference.split('.')[0])),
        ]);
        const ids = groups.flatMap(({ source, text }) => {
          const inBrackets = text.slice(text.lastIndexOf('(') + 1, -1).split(', ');
          return inBrackets.map((id, at) => (at === 0 ? id : `${source.id}.${id}`));
        });
        expect(ids.toSorted()).toEqual([...new Set(cited)].toSorted());
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { loadShipped } from '../shipped.ts';
import { isOfTheFive } from './five-documents.ts';

const { agreement } = loadShipped();
const claims = [...agreement.claims.values()];
/** The claims of the documents that the lists below were written from. */
const ofTheFive = claims.filter(({ reference }) => isOfTheFive(reference));
const named = (reference: string) => {
  const claim = agreement.claims.get(reference);
  if (claim === undefined) throw new Error(`There is no claim ${reference}.`);
  return claim;
};

/** Speakers whose words are a statement: somebody named, a named body. Parties make statements, too; see below. */
const NAMED = ['ali-shaath', 'gaza-health-ministry'];

/** Statements of parties: a minister by name, and the joint text of four. */
const STATED = ['document-1', 'document-4'];

/** The wording leaves open whether the page says it, or a party. */
const WHOSE_IS_OPEN = ['document-5.c18', 'document-5.c20'];

/** The standard of seeds/README.md, as far as the fields can be held to each other. */
describe('one standard for every claim', () => {
  it('what a page tells of a stance is at second hand, what it tells of things is not', () => {
    const told = ofTheFive.filter(({ speaker }) => speaker === 'publication');
    expect(told.length).toBeGreaterThan(60);
    for (const { reference, attributedTo, hearsay } of told) {
      const isStance = attributedTo.length > 0 || WHOSE_IS_OPEN.includes(reference);
      expect({ reference, hearsay }).toEqual({ reference, hearsay: isStance });
    }
  });

  it('others are at second hand unless they are named', () => {
    const others = ofTheFive.filter(
      ({ speaker }) => speaker !== 'publication' && !agreement.parties.has(speaker),
    );
    expect(others.length).toBeGreaterThan(20);
    for (const { reference, speaker, hearsay } of others)
      expect({ reference, hearsay }).toEqual({ reference, hearsay: !NAMED.includes(speaker) });
  });

  it('a party speaks only in a statement: by name or jointly, or by officials on an occasion', () => {
    const own = ofTheFive.filter(({ speaker }) => agreement.parties.has(speaker));
    expect(new Set(own.map(({ speaker }) => speaker))).toEqual(
      new Set(['turkiye', 'mediators', 'hamas']),
    );
    for (const { reference, source, hearsay, date, attributedTo } of own) {
      expect({ reference, hearsay }).toEqual({ reference, hearsay: !STATED.includes(source.id) });
      // Officials speak on an occasion that has its day.
      expect({ reference, day: date?.to ?? null }).toMatchObject(
        hearsay ? { day: '2025-12-24' } : {},
      );
      expect(attributedTo).toEqual([]);
    }
  });

  it('the dead of both sides are counted alike', () => {
    const [soldiers, palestinians] = [named('document-4.c19'), named('document-4.c36')];
    for (const field of ['kind', 'hearsay', 'date', 'regions', 'paragraph'] as const)
      expect(soldiers[field]).toEqual(palestinians[field]);
    expect(soldiers.kind).toBe('count');
    for (const { disputedBy } of [soldiers, palestinians])
      expect(disputedBy.filter(isOfTheFive)).toEqual(['document-1.c23', 'document-4.c29']);
  });

  it.each([
    ['document-4.c13', 'document-4.c14'],
    ['document-1.c25', 'document-1.c26'],
    ['document-2.c17', 'document-2.c18'],
  ])('a mutual charge stands under each of the two: %s and %s', (first, second) => {
    const [ofIsrael, ofHamas] = [named(first), named(second)];
    expect([ofIsrael.attributedTo, ofHamas.attributedTo]).toEqual([['israel'], ['hamas']]);
    for (const field of ['kind', 'hearsay', 'date', 'paragraph', 'speaker'] as const)
      expect(ofIsrael[field]).toEqual(ofHamas[field]);
    expect(ofIsrael.disputedBy).toContain(second);
  });

  it('what each side says of its own conduct is of a kind that can contradict a fact', () => {
    for (const reference of ['document-1.c3', 'document-2.c2', 'document-4.c18']) {
      const claim = named(reference);
      expect(claim.kind).toBe('assessment');
      const against = claim.disputedBy.map(named).filter(({ kind }) => kind === 'accusation');
      expect(against.length).toBeGreaterThan(2);
    }
  });

  it('mediators of whom three are named are not all four', () => {
    expect(named('document-2.c10')).toMatchObject({
      speaker: 'publication',
      attributedTo: ['us', 'qatar', 'egypt'],
    });
  });

  it('a link is written once, at the claim that was published later', () => {
    const place = (reference: string): string => {
      const { source } = named(reference);
      const inSource = reference.replace(/^.*\.c/, '').padStart(4, '0');
      return `${source.published.to} ${source.published.from} ${source.id} ${inSource}`;
    };
    const links = claims.flatMap(({ reference, disputes }) =>
      disputes.map((other) => [reference, other] as const),
    );
    expect(links.length).toBeGreaterThan(90);
    for (const [at, other] of links)
      expect({ at, other, isLater: place(at) > place(other) }).toEqual({
        at,
        other,
        isLater: true,
      });
  });

  it('every document says on its own that the agreement is there, and how far it has come', () => {
    for (const reference of ['document-3.c23', 'document-1.c27', 'document-2.c16'])
      expect(named(reference)).toMatchObject({ kind: 'event', regions: ['phase', 'truce'] });
    expect(named('document-4.c11').regions).toEqual(['phase', 'truce']);
    expect(named('document-5.c5').regions).toEqual(['phase']);
  });
});

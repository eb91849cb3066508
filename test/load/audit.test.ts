import { describe, expect, it } from 'vitest';
import { auditSources, paragraphsOf } from '../../src/load/audit.ts';
import { checkContent } from '../../src/load/check.ts';
import { sha256 } from '../../src/load/hash.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { edited, harbour } from './harbour-texts.ts';

const SOURCE = 'harbour/sources/gazette-1.yaml';
const HASH = "'1111111111111111111111111111111111111111111111111111111111111111'";
const DOCUMENT = 'One\r\n\r\n  Two \n\t\nThree\nFour\nFive\nSix\nSeven\n';

function audit(document: string, hash = sha256(document)) {
  const { dossiers } = checkContent([harbour], edited([SOURCE, HASH, `'${hash}'`]));
  const sources = dossiers
    .flatMap((dossier) => dossier.sources)
    .filter(({ file }) => file === SOURCE);
  return auditSources(sources, (name) =>
    name === 'harbour-1.txt'
      ? { ok: true, value: new TextEncoder().encode(document) }
      : { ok: false, error: { message: 'is not there', hint: null } },
  );
}

describe('auditSources', () => {
  it('puts each claim beside its paragraph', () => {
    const { problems, claims } = audit(DOCUMENT);
    expect(problems).toEqual([]);
    expect(claims.map(({ reference, paragraph }) => `${reference} ${paragraph}`)).toEqual([
      'gazette-1.c1 One',
      'gazette-1.c2 Two',
      'gazette-1.c3 Two',
      'gazette-1.c4 Three',
      'gazette-1.c5 Three',
      'gazette-1.c6 Four',
      'gazette-1.c7 Five',
      'gazette-1.c8 Six',
      'gazette-1.c9 Seven',
    ]);
    expect(claims[1]).toMatchObject({ file: SOURCE, line: 23, claim: { id: 'c2' } });
  });

  it('finds a document that is another one, and paragraphs that are not there', () => {
    const { problems, claims } = audit('One\nTwo\nThree\nFour\nFive\nSix\n', '2'.repeat(64));
    expect(problems.map(formatProblem)).toEqual([
      `${SOURCE}:6:11: the document harbour-1.txt is not the one that was read [other-document]\n    its hash is ${sha256('One\nTwo\nThree\nFour\nFive\nSix\n')}`,
      `${SOURCE}:77:16: the document harbour-1.txt has 6 paragraphs, not 7 [no-paragraph]`,
    ]);
    expect(claims).toHaveLength(8);
  });

  it('says so where no claim names its paragraph, and is right nevertheless', () => {
    const texts = edited([SOURCE, HASH, `'${sha256(DOCUMENT)}'`]);
    const text = texts.get(SOURCE) ?? '';
    const audited = (source: string) => {
      const { dossiers } = checkContent([harbour], new Map(texts).set(SOURCE, source));
      const sources = dossiers
        .flatMap((dossier) => dossier.sources)
        .filter(({ file }) => file === SOURCE);
      expect(sources).toHaveLength(1);
      const value = new TextEncoder().encode(DOCUMENT);
      return auditSources(sources, () => ({ ok: true, value }));
    };
    expect(audited(text).notices).toEqual([]);
    const without = audited(text.replaceAll(/^ +paragraph: .*\n/gm, ''));
    expect(without).toMatchObject({ problems: [], claims: [] });
    expect(without.notices.map(formatProblem)).toEqual([
      expect.stringContaining('the claims of gazette-1 name no paragraphs'),
    ]);
  });

  it('finds a document that is not there', () => {
    const { dossiers } = checkContent(
      [harbour],
      edited([SOURCE, 'harbour-1.txt', 'harbour-9.txt']),
    );
    const nothing = { ok: false as const, error: { message: 'is not there', hint: null } };
    const { problems } = auditSources(
      dossiers.flatMap(({ sources }) => sources),
      () => nothing,
    );
    expect(problems.map(formatProblem)[0]).toBe(
      `${SOURCE}:5:9: the document harbour-9.txt is not there [cannot-read]`,
    );
    expect(problems).toHaveLength(3);
  });
});

it('paragraphs are the lines that are not blank', () => {
  expect(paragraphsOf(DOCUMENT)).toEqual(['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven']);
  expect(paragraphsOf('\n \n')).toEqual([]);
});

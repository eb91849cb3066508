import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/load/check.ts';
import { isOwnFile } from '../../src/load/layout.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { idUsesOf, type Named, namedIn, renameIn } from '../../src/load/rename.ts';
import type { ScenarioFile } from '../../src/model/shapes/scenario.ts';
import { tell } from '../../src/model/story.ts';
import { harbour } from './harbour-texts.ts';
import { definitionIn, overlaidTexts } from './overlay-texts.ts';

type Texts = ReadonlyMap<string, string>;

/** The scenarios of an agreement and its overlay that are right. */
function rightScenarios(texts: Texts): ReadonlyMap<string, ScenarioFile> {
  const { problems, dossiers } = checkContent([definitionIn(texts)], texts);
  expect(problems.map(formatProblem)).toEqual([]);
  return new Map(dossiers[0]?.scenarios.map(({ value }) => [value.id, value]));
}

function renamed(texts: Texts, target: Named, id: string): Texts {
  const scenarios = rightScenarios(texts);
  const files = renameIn(definitionIn(texts), texts, target, id, (name, step) => {
    const scenario = scenarios.get(name);
    const steps = scenario === undefined ? [] : tell(scenario, scenarios).steps;
    return steps.find((each) => each.id === step)?.scenario ?? null;
  });
  const after = new Map(texts);
  for (const { path } of files) after.delete(path);
  for (const { newPath, after: text } of files) after.set(newPath, text);
  return new Map([...after].toSorted());
}

/** What an overlay itself gives its id to. */
function ownIn(texts: Texts): Named[] {
  const definition = definitionIn(texts);
  return namedIn(idUsesOf(definition, texts).filter(({ file }) => isOwnFile(definition, file)));
}

/** All that files say, whatever of it they leave to be understood. */
function saidIn(texts: Texts) {
  const [dossier] = checkContent([definitionIn(texts)], texts).dossiers;
  return JSON.parse(JSON.stringify(dossier)) as unknown;
}

function otherId({ kind, id }: Named): string {
  switch (kind) {
    case 'claim':
      return 'c9876';
    case 'event':
      return `${id.split('.')[0]}.zebraed`;
    default:
      return 'zebra';
  }
}

describe('What an overlay adds', () => {
  const own = ownIn(overlaidTexts);

  it('has something of every kind', () => {
    expect(new Set(own.map(({ kind }) => kind)).size).toBe(19);
  });

  it.each(own.map((target) => [`${target.kind} ${target.name}`, target] as const))(
    'can be called otherwise, and as before again: %s',
    (_, target) => {
      const there = renamed(overlaidTexts, target, otherId(target));
      const [back, ...others] = ownIn(there).filter(
        ({ kind, id }) => kind === target.kind && id === otherId(target),
      );
      expect([back?.owner === undefined, others]).toEqual([false, []]);
      const again = renamed(there, back as Named, target.id);
      rightScenarios(there);
      expect(saidIn(again)).toEqual(saidIn(overlaidTexts));
      // Whose a reading is need not be said where the two have one id, and may be.
      const asBefore = [...again].map(([file, text]) => [
        file,
        text.replace(/^party: fleet\n/m, ''),
      ]);
      expect(asBefore).toEqual([...overlaidTexts].toSorted());
    },
  );
});

describe('A reading that is of the party with its id', () => {
  const called = (kind: 'party' | 'reading', text: string) => {
    const texts = new Map([['harbour/readings/guild.yaml', text]]);
    const target = { kind, id: 'guild', owner: null, name: 'guild' };
    return renameIn(harbour, texts, target, 'zebra', () => null).map(({ newPath, after }) => [
      newPath,
      after,
    ]);
  };

  it.each([
    ['id: guild # theirs', 'id: guild # theirs\nparty: zebra'],
    [
      'id: guild # theirs\nkind: party # of one\npositions: {}\n',
      'id: guild # theirs\nkind: party # of one\nparty: zebra\npositions: {}\n',
    ],
    ['kind: party\r\nid: "guild"\r\n', 'kind: party\r\nid: "guild"\r\nparty: zebra\r\n'],
    ['{ id: guild, positions: {} }\n', '{ id: guild, party: zebra, positions: {} }\n'],
    ['  id: guild\n  title: Guild', '  id: guild\n  party: zebra\n  title: Guild'],
  ])('says so once the party is called otherwise: %j', (before, after) => {
    expect(called('party', before)).toEqual([['harbour/readings/guild.yaml', after]]);
  });

  it.each(['id: guild\nparty: pilots\n', 'id: guild\nkind: terms\n'])('and no other: %j', (text) =>
    expect(called('party', text)).toEqual([]),
  );

  it('says so once it is called otherwise itself', () => {
    expect(called('reading', 'id: guild\nkind: party\n')).toEqual([
      ['harbour/readings/zebra.yaml', 'id: zebra\nkind: party\nparty: guild\n'],
    ]);
  });
});

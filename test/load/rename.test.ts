import { filledScenario } from '../../src/load/filled-scenario.ts';
import { writtenScenario } from '../../src/model/shapes/scenario.ts';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { tell } from '../../src/model/story.ts';
import { ID_KINDS } from '../../src/model/shapes/identifier.ts';
import type { ScenarioFile } from '../../src/model/shapes/scenario.ts';
import { checkContent } from '../../src/load/check.ts';
import { type Definition, roleOf } from '../../src/load/layout.ts';
import { agreementSkeleton } from '../../src/load/skeleton/agreement-skeleton.ts';
import {
  idUsesOf,
  type Named,
  namedIn,
  renameIn,
  type RenamedFile,
} from '../../src/load/rename.ts';
import { harbour, harbourTexts } from './harbour-texts.ts';

interface Content {
  readonly definition: Definition;
  readonly texts: ReadonlyMap<string, string>;
}

const skeleton: Content = {
  definition: {
    id: 'accord',
    folder: 'accord',
    scenarios: 'accord/scenarios',
    sources: 'accord/sources',
    opens: 'first',
  },
  texts: new Map(agreementSkeleton('accord').map(({ path, text }) => [`accord/${path}`, text])),
};
const AGREEMENTS: readonly [string, Content][] = [
  ['the fictional agreement', { definition: harbour, texts: harbourTexts }],
  ['a new agreement', skeleton],
];

/** An id that nothing has, of the form that the kind wants. */
function unusedId({ kind, id }: Named): string {
  switch (kind) {
    case 'claim':
      return 'c9876';
    case 'event':
      return `${id.split('.')[0]}.zebraed`;
    default:
      return 'zebra';
  }
}

type Scenarios = ReadonlyMap<string, ScenarioFile>;

/** What a text came to when it was read before: most of the files are the same from one renaming to the next. */
function readOnce<Read>(read: (text: string, path: string, definition: Definition) => Read) {
  const known = new Map<string, Read>();
  return (text: string, path: string, definition: Definition): Read => {
    const key = JSON.stringify([definition.id, path, text]);
    const found = known.get(key) ?? read(text, path, definition);
    known.set(key, found);
    return found;
  };
}

const usesInFile = readOnce((text, path, definition) =>
  idUsesOf(definition, new Map([[path, text]])),
);
const scenarioIn = readOnce((text, _, { id }) =>
  filledScenario(writtenScenario.parse(parse(text)), id, () => undefined),
);

function usesOf({ definition, texts }: Content) {
  return [...texts].flatMap(([path, text]) => usesInFile(text, path, definition));
}

function scenariosOf({ definition, texts }: Content): Scenarios {
  const files = [...texts].filter(([path]) => roleOf(definition, path) === 'scenario');
  const scenarios = files.map(([path, text]) => scenarioIn(text, path, definition));
  return new Map(scenarios.map((scenario) => [scenario.id, scenario]));
}

function renameAll(
  content: Content,
  target: Named,
  id: string,
  scenarios: Scenarios,
): RenamedFile[] {
  const { definition, texts } = content;
  const ownerOf = (name: string, step: string) => {
    const scenario = scenarios.get(name);
    const steps = scenario === undefined ? [] : tell(scenario, scenarios).steps;
    return steps.find((each) => each.id === step)?.scenario ?? null;
  };
  return renameIn(definition, texts, target, id, ownerOf, usesOf(content));
}

function changedBy(
  { definition, texts }: Content,
  files: readonly RenamedFile[],
  own: Partial<Definition>,
): Content {
  const after = new Map(texts);
  for (const { path } of files) after.delete(path);
  for (const { newPath, after: text } of files) after.set(newPath, text);
  return { definition: { ...definition, ...own }, texts: after };
}

describe.each(AGREEMENTS)('Every id of %s', (_, content) => {
  const all = namedIn(usesOf(content));

  it('can be another one, with all that refers to it, and becomes the old one again', () => {
    expect(all.length).toBeGreaterThan(50);
    const scenarios = scenariosOf(content);
    for (const target of all) {
      const id = unusedId(target);
      const ownOf = (name: string): Partial<Definition> => ({
        ...(target.kind === 'agreement' ? { id: name } : {}),
        ...(target.kind === 'scenario' && content.definition.opens === target.id
          ? { opens: name }
          : {}),
      });
      const there = changedBy(content, renameAll(content, target, id, scenarios), ownOf(id));
      // Checking all of it takes long, so it is done for the first two of each kind.
      const alike = all.filter(({ kind }) => kind === target.kind);
      if (alike.indexOf(target) < 2)
        expect(checkContent([there.definition], there.texts).problems).toEqual([]);
      const renamed = scenariosOf(there);
      const back = namedIn(usesOf(there)).filter(
        (each) => each.kind === target.kind && each.id === id,
      );
      expect(back).toHaveLength(1);
      for (const each of back) {
        const again = changedBy(
          there,
          renameAll(there, each, target.id, renamed),
          ownOf(target.id),
        );
        expect(new Map([...again.texts].toSorted())).toEqual(
          new Map([...content.texts].toSorted()),
        );
      }
    }
  });
});

describe('A renaming', () => {
  it('is tried on ids of every kind but those that the fictional agreement has not', () => {
    const kinds = new Set(
      AGREEMENTS.flatMap(([, { definition, texts }]) =>
        namedIn(idUsesOf(definition, texts)).map(({ kind }) => kind),
      ),
    );
    expect(ID_KINDS.filter((kind) => !kinds.has(kind))).toEqual([
      'role',
      'duty',
      'question',
      'task',
    ]);
  });

  it('takes the home region of events along, and leaves what only looks like it', () => {
    const target = { kind: 'region', id: 'canal', owner: null, name: 'canal' } as const;
    const content = { definition: harbour, texts: harbourTexts };
    const files = renameAll(content, target, 'waterway', scenariosOf(content));
    const after = files.map((file) => file.after).join('\n');
    expect(after).toContain('- id: waterway.opened');
    expect(after).toContain('event: waterway.opened');
    expect(after).toContain('  waterway.opened:');
    expect(after).toContain('canalOpening');
    expect(after).not.toMatch(/(?:region|id): canal$|\bcanal\.[a-z]/m);
  });

  it('takes the file along that goes by the id', () => {
    const target = {
      kind: 'scenario',
      id: 'guild-sequence',
      owner: null,
      name: 'guild-sequence',
    } as const;
    const content = { definition: harbour, texts: harbourTexts };
    const [file, ...others] = renameAll(content, target, 'zebra', scenariosOf(content));
    expect(others).toEqual([]);
    expect(file?.newPath).toBe('harbour/scenarios/zebra.yaml');
  });
});

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SOURCES = fileURLToPath(new URL('../../src', import.meta.url));

/** What can be imported, each under its name, with the file that it is declared in and the name that it has there. */
interface Exported {
  readonly name: string;
  readonly file: string;
  readonly declared: string;
}

/** Everything that a file exports, followed to where it is declared. */
function exportsOf(file: string): Exported[] {
  const text = fs
    .readFileSync(path.join(SOURCES, file), 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const to = (from: string) => path.posix.join(path.posix.dirname(file), from);
  const named = [...text.matchAll(/^export (?:type )?\{([^}]*)\} from '([^']+)';/gm)].flatMap(
    ([, names = '', from = '']) =>
      names
        .split(',')
        .map((each) => each.trim().replace(/^type /, ''))
        .filter((each) => each !== '')
        .map((each) => {
          const [declared = '', name = declared] = each.split(' as ');
          return { ...placeOf(to(from), declared), name };
        }),
  );
  const spaces = [...text.matchAll(/^export \* as (\w+) from '([^']+)';/gm)].flatMap(
    ([, space = '', from = '']) =>
      exportsOf(to(from)).map((each) => ({ ...each, name: `${space}.${each.name}` })),
  );
  const own = [...text.matchAll(DECLARATION)].map(([, name = '']) => ({
    name,
    file,
    declared: name,
  }));
  return [...own, ...named, ...spaces];
}

const DECLARATION =
  /^export (?:async )?(?:function\*?|const|class|abstract class|interface|type) (\w+)/gm;

/** Where a name is declared that a file exports, be it from another one. */
function placeOf(file: string, declared: string): Exported {
  const found = exportsOf(file).find(({ name }) => name === declared);
  if (found === undefined) throw new Error(`${file} does not export ${declared}.`);
  return found;
}

/** Whether a sentence of documentation stands right above a declaration. */
function isDocumented({ declared }: Pick<Exported, 'declared'>, text: string): boolean {
  const comment = new RegExp(
    `/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\nexport (?:async )?(?:function\\*?|const|(?:abstract )?class|interface|type) ${declared}\\b`,
  ).exec(text);
  return /\p{L}{2,}.* .*\p{L}{2,}/u.test(comment?.[1] ?? '');
}

const PARTS = {
  phasegate: 'index.ts',
  'phasegate/node': 'node/index.ts',
  'phasegate/testing': 'testing/index.ts',
};

describe.each(Object.entries(PARTS))('%s', (_, part) => {
  const exported = exportsOf(part);

  it('says of everything in it what it is', () => {
    expect(exported.length).toBeGreaterThan(8);
    const bare = exported
      .filter((each) => !isDocumented(each, fs.readFileSync(path.join(SOURCES, each.file), 'utf8')))
      .map(({ name, file }) => `${name} (src/${file})`);
    expect(bare).toEqual([]);
  });

  it('says at its head what it is for', () => {
    expect(fs.readFileSync(path.join(SOURCES, part), 'utf8')).toMatch(/^\/\*\*\n \* \p{L}+ /u);
  });
});

it('tells what has no comment from what has', () => {
  const one = { declared: 'a' };
  expect(isDocumented(one, '/** What it gives. */\nexport function a() {}')).toBe(true);
  expect(isDocumented(one, 'export function a() {}')).toBe(false);
  expect(isDocumented(one, '/** What it gives. */\nconst b = 1;\nexport const a = b;')).toBe(false);
  expect(isDocumented(one, '/***/\nexport type a = string;')).toBe(false);
});

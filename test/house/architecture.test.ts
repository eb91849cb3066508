import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { agreementsIn, readCheckout, type Checkout } from './checkout.ts';
import { fileImports } from './code-files.ts';
import { forbiddenNames } from './forbidden-names.ts';
import { RULES, type Planted } from './rules.ts';
import { importsOf, readSource } from './source-text.ts';

const checkout = readCheckout(fileURLToPath(new URL('../..', import.meta.url)));

function plantedCheckout({ files = {}, topLevel = [] }: Planted): Checkout {
  return { files: new Map(Object.entries(files)), topLevel };
}

describe.each(RULES)('$name', ({ reason, violations, planted, fine }) => {
  it('holds in this checkout', () => {
    const found = violations(checkout);
    expect.soft(found, `${found.join('\n')}\n\nWhy: ${reason}\n`).toEqual([]);
  });

  it('catches what breaks it', () => {
    expect(planted.length).toBeGreaterThan(0);
    for (const violation of planted) {
      const found = violations(plantedCheckout(violation));
      expect.soft(found, JSON.stringify(violation)).not.toEqual([]);
    }
  });

  it('lets pass what only looks like it', () => {
    expect(fine.length).toBeGreaterThan(0);
    for (const innocent of fine) {
      expect.soft(violations(plantedCheckout(innocent)), JSON.stringify(innocent)).toEqual([]);
    }
  });
});

describe('what the rules see', () => {
  it('reads the files and their imports', () => {
    const seen = fileImports(checkout, 'src').map(({ file, target }) => `${file} -> ${target}`);
    expect(seen).toContain('src/build/set-up.mjs -> src/build/only-one.mjs');
    expect(seen).toContain('src/build/set-up.mjs -> src/build/bundle.mjs');
    expect(checkout.topLevel).toContain('package.json');
    expect(checkout.files.get('package-lock.json')).toContain('node_modules/');
  });

  it('knows the names of every agreement that ships', () => {
    const agreements = agreementsIn(checkout);
    const shipped = checkout.topLevel.includes('machines');
    expect(agreements.length).toBeGreaterThanOrEqual(shipped ? 1 : 0);
    expect(forbiddenNames(checkout).length).toBeGreaterThan(shipped ? 4 : 1);
  });

  it('tells code from strings, comments and regular expressions', () => {
    const text = "a('b' /* c */, `d${e(`f`)}g`, /'h/, i / j); // k";
    const { code, comments, uncommented } = readSource(text);
    const withoutGaps = (view: string): string => view.replaceAll(/ +/g, ' ').trim();
    expect(withoutGaps(code)).toBe("a(' ' , ` ${e(` `)} `, / /, i / j);");
    expect(withoutGaps(comments)).toBe('/* c */ // k');
    expect(withoutGaps(uncommented)).toBe("a('b' , `d${e(`f`)}g`, /'h/, i / j);");
    for (const view of [code, comments, uncommented]) expect(view).toHaveLength(text.length);
  });

  it('finds every form of import', () => {
    const text = [
      "import a, { b } from 'a';",
      "import * as c from 'c';",
      "import 'd';",
      "export {\n  e,\n} from 'e';",
      "import type { F } from 'f';",
      "import { type G } from 'g';",
      "await import('h');",
      'await import(i);',
      "// import 'j';",
    ].join('\n');
    const found = importsOf(readSource(text)).map(({ kind, specifier }) => `${kind} ${specifier}`);
    expect(found.toSorted()).toEqual([
      'dynamic <computed>',
      'dynamic h',
      'static a',
      'static c',
      'static d',
      'static e',
      'type f',
      'type g',
    ]);
  });
});

import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCheckout } from '../house/checkout.ts';
import { fileImports } from '../house/code-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const checkout = readCheckout(root);
const imports = fileImports(checkout, 'src').filter(({ kind }) => kind === 'static');
const files = fs
  .readdirSync(`${root}/src/explain`)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/explain/${name}`);

/** Every file and package that is loaded together with a file. */
function loadedWith(file: string): string[] {
  const loaded = new Set([file]);
  // A set goes on over what is added to it meanwhile.
  for (const each of loaded)
    for (const { target, specifier } of imports.filter((found) => found.file === each))
      loaded.add(specifier.startsWith('.') ? target : specifier);
  return [...loaded];
}

describe('what makes answers', () => {
  it.each(files)(
    '%s knows the shapes of outputs by their types alone, and loads no zod',
    (file) => {
      const heavy = loadedWith(file).filter((name) => /^zod\b|\/shapes\//.test(name));
      expect(heavy).toEqual([]);
    },
  );

  it('while the shapes themselves do load it', () => {
    expect(loadedWith('src/explain/shapes/outputs.ts')).toContain('zod');
  });
});

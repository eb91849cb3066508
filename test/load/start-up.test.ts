import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readCheckout } from '../house/checkout.ts';
import { fileImports } from '../house/code-files.ts';

const checkout = readCheckout(fileURLToPath(new URL('../..', import.meta.url)));

/** Every file and package that is loaded together with these files. */
function loadedWith(...files: string[]): Set<string> {
  const imports = fileImports(checkout, 'src').filter(({ kind }) => kind === 'static');
  const loaded = new Set(files);
  // A set goes on over what is added to it meanwhile.
  for (const file of loaded) {
    for (const { target, specifier } of imports.filter((found) => found.file === file))
      loaded.add(specifier.startsWith('.') ? target : specifier);
  }
  return loaded;
}

it('the way to unchanged content loads neither yaml, nor zod, nor digests', () => {
  const loaded = loadedWith('src/load/open.ts', 'src/load/problem.ts');
  expect(loaded).toContain('src/model/assemble.ts');
  expect(
    [...loaded].filter((name) => /^(?:yaml|zod|@noble|fflate|es-toolkit)\b/.test(name)),
  ).toEqual([]);
});

it('a check of every gate loads nothing of what only one event asks for', () => {
  const loaded = loadedWith('src/cli/commands/check.ts');
  expect(loaded).toContain('src/explain/gates-text.ts');
  expect([...loaded].filter((name) => /duties|duty-line|check-text/.test(name))).toEqual([]);
});

it('the way to edited content loads both', () => {
  const loaded = loadedWith('src/load/check.ts');
  expect([...loaded]).toEqual(expect.arrayContaining(['yaml', 'zod']));
});

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The module whose types other projects use. */
const TESTING_KIT = 'src/testing/index.ts';
/** Where the shapes of content files are written, as zod schemas with their types inferred. */
const SHAPES = 'src/model/shapes';
/** What those other projects have beside phasegate. Everything else is in the declarations themselves. */
const PEERS = new Set(['fast-check', 'xstate']);

/**
 * Declares the types of the testing kit in `types/` of a folder. tsc infers what its sources do not say, and checks
 * nothing here: a mistake in some other file is no reason not to build.
 *
 * The types of content files come out written in full. Inferred from their schemas they would mean nothing to a
 * project without zod.
 *
 * @param {string} root the checkout
 * @param {string} out a folder directly inside it
 * @returns {Promise<string[]>} the files written, relative to `out`
 */
export async function declareTypes(root, out) {
  const work = path.join(out, 'declaring');
  const emitted = path.join(work, 'emitted');
  const shapes = fs.readdirSync(path.join(root, SHAPES)).filter((name) => name.endsWith('.ts'));
  fs.mkdirSync(work);
  for (const name of shapes) fs.writeFileSync(path.join(work, name), asValues(root, work, name));
  const config = path.join(work, 'tsconfig.json');
  fs.writeFileSync(
    config,
    JSON.stringify({
      extends: path.join(root, 'tsconfig.json'),
      compilerOptions: {
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        noCheck: true,
        // Long types are written to their end.
        noErrorTruncation: true,
        allowJs: false,
        checkJs: false,
        rootDir: root,
        outDir: emitted,
      },
      include: [],
      files: [path.join(root, TESTING_KIT), ...shapes.map((name) => path.join(work, name))],
    }),
  );
  await tsc(root, config);
  const inferred = path.join(emitted, path.relative(root, work));
  for (const name of shapes.map((each) => each.replace(/\.ts$/, '.d.ts'))) {
    const file = path.join(emitted, SHAPES, name);
    const values = fs.readFileSync(path.join(inferred, name), 'utf8');
    fs.writeFileSync(file, withoutSchemas(fs.readFileSync(file, 'utf8'), values));
  }
  const files = moveReachable(path.join(emitted, 'src'), path.join(out, 'types'));
  fs.rmSync(work, { recursive: true });
  return files.map((file) => `types/${file}`);
}

/**
 * A module with a value of every type that a file of shapes exports: tsc declares a value whose type nobody wrote by
 * writing that type out.
 *
 * @param {string} root
 * @param {string} work
 * @param {string} name
 */
function asValues(root, work, name) {
  const file = path.join(root, SHAPES, name);
  const names = [...fs.readFileSync(file, 'utf8').matchAll(/^export type (\w+) =/gm)];
  const from = path.relative(work, file).split(path.sep).join('/');
  return [
    `import type * as Shapes from '${from}';`,
    'const valueOf = <T>(): T => undefined as T;',
    ...names.map(([, type]) => `export const ${type} = valueOf<Shapes.${type}>();`),
    '',
  ].join('\n');
}

/**
 * A file of shapes with its types alone: those that tsc wrote out, and those that it left by their names, which the
 * file writes itself.
 *
 * @param {string} declared as tsc declares the file
 * @param {string} values as it declares the values of its types
 */
function withoutSchemas(declared, values) {
  const own = new Map(
    statementsOf(declared).map((text) => [/^export type (\w+) =/m.exec(text)?.[1], text]),
  );
  const types = statementsOf(values).flatMap((text) => {
    const [, type = '', written = ''] = /^export declare const (\w+): ([\s\S]*)$/.exec(text) ?? [];
    if (type === '') return [];
    if (written === `Shapes.${type};\n`) return [own.get(type) ?? ''];
    const comment = /^\/\*\*[\s\S]*?\*\/\n/.exec(own.get(type) ?? '')?.[0] ?? '';
    return [`${comment}export type ${type} = ${written.replaceAll('Shapes.', '')}`];
  });
  return types.join('');
}

/**
 * A declaration file's statements, each with the comment before it.
 *
 * @param {string} text
 */
function statementsOf(text) {
  return text.split(/^(?=\/\*\*|(?<!\*\/\n)(?:export|declare|import|type) )/m);
}

/**
 * Moves the declarations that the testing kit leads to, and refuses any that another project could not resolve.
 *
 * @param {string} from
 * @param {string} to
 * @returns {string[]} the files, relative to `to`
 */
function moveReachable(from, to) {
  const files = new Set(['testing/index.d.ts']);
  // A set goes on over what is added to it meanwhile.
  for (const file of files) {
    const text = fs.readFileSync(path.join(from, file), 'utf8');
    for (const [, specifier = ''] of text.matchAll(/\b(?:from|import\()\s*['"]([^'"]+)['"]/g)) {
      if (specifier.startsWith('.')) {
        files.add(path.posix.join(path.posix.dirname(file), specifier.replace(/\.ts$/, '.d.ts')));
      } else if (!PEERS.has(specifier)) {
        throw new Error(`The types of the testing kit lead to ${specifier}, in ${file}.`);
      }
    }
    fs.mkdirSync(path.dirname(path.join(to, file)), { recursive: true });
    fs.writeFileSync(
      path.join(to, file),
      text.replaceAll(/(\b(?:from|import\()\s*['"]\.[^'"]+)\.ts(?=['"])/g, '$1.js'),
    );
  }
  return [...files].toSorted();
}

/**
 * @param {string} root
 * @param {string} config
 * @returns {Promise<void>}
 */
function tsc(root, config) {
  const program = path.join(root, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, '-p', config], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (/** @type {Buffer} */ chunk) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${said.trim()}\nThe types were not declared.`)),
    );
  });
}

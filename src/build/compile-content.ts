/**
 * Validates the shipped content and writes it as the program reads it at its start. Run by the build, bundled:
 *
 *     node compile-content.js <out>
 */
import fs from 'node:fs';
import path from 'node:path';
import { defineAgreements } from '../load/define.ts';
import { readTexts } from '../load/open.ts';
import { formatProblem } from '../load/problem.ts';
import { jsonSchema } from '../load/json-schema.ts';
import { schemasFor } from '../load/schemas-for.ts';
import { checkContent } from '../load/check.ts';
import { listAgreements } from '../node/list-agreements.ts';
import { listContent } from '../node/list-content.ts';
import { readText } from '../node/read-text.ts';
import { configFile } from '../model/shapes/config-file.ts';
import { OUTPUT_SCHEMAS } from '../explain/shapes/outputs.ts';

/** Writes `content.json` and `schemas/*.json` below `out`, or nothing and the problems to print. */
function compile(out: string): string[] {
  const definitions = defineAgreements(listAgreements('.', 'machines'), readText);
  const read = readTexts(definitions, { readFile: readText, listFiles: listContent });
  // What scenarios expect is for `validate`: who edits a reading to see what follows wants to see it.
  const { content, problems } = checkContent(definitions, read.texts);
  const all = [...read.problems, ...problems];
  if (content === null || all.length > 0) return all.map(formatProblem);
  fs.writeFileSync(path.join(out, 'content.json'), JSON.stringify(content));
  fs.mkdirSync(path.join(out, 'schemas'), { recursive: true });
  const outputs = Object.entries(OUTPUT_SCHEMAS).map(([name, schema]) => {
    const command = name.replace(/^output-/, '');
    return [name, jsonSchema(schema, `phasegate ${command} --json`)] as const;
  });
  const settings = [
    ['config', jsonSchema(configFile, 'phasegate: your settings of the UI')],
  ] as const;
  for (const [name, json] of [...Object.entries(schemasFor(null)), ...settings, ...outputs])
    fs.writeFileSync(
      path.join(out, 'schemas', `${name}.json`),
      `${JSON.stringify(json, null, 2)}\n`,
    );
  return [];
}

const [out] = process.argv.slice(2);
const problems = out === undefined ? ['usage: node compile-content.js <out>'] : compile(out);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}

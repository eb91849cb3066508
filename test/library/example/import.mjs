// node import.mjs FILE FOLDER: makes an agreement of a machine of XState or a statechart in SCXML, and writes its files.
import fs from 'node:fs';
import path from 'node:path';
import { formatProblem, importChart, readAgreement } from 'phasegate';

const [file = '', folder = 'imported'] = process.argv.slice(2);
const name = path.basename(file).replace(/\..*$/, '');
const made = importChart(fs.readFileSync(file, 'utf8'), name);
if (!('files' in made)) {
  console.error(made.map((found) => formatProblem({ file, ...found })).join('\n'));
  process.exit(2);
}
for (const each of made.files) {
  const place = path.join(folder, each.path);
  fs.mkdirSync(path.dirname(place), { recursive: true });
  fs.writeFileSync(place, each.text);
}
const files = Object.fromEntries(made.files.map((each) => [each.path, each.text]));
console.log(`${made.format}: ${readAgreement(files).ok ? 'an agreement' : 'no agreement'}`);
for (const note of made.notes) console.log(`not carried over: ${note}`);

import fs from 'node:fs';
import { parse } from 'yaml';
import type { Agreement } from '../../src/model/agreement.ts';
import { assembleAgreement } from '../../src/model/assemble.ts';
import { agreementFile, partiesFile } from '../../src/model/shapes/agreement-file.ts';
import { eventsFile } from '../../src/model/shapes/events-file.ts';
import { readingFile } from '../../src/model/shapes/reading.ts';
import { regionsFile } from '../../src/model/shapes/regions-file.ts';
import { source } from '../../src/model/shapes/source.ts';

const root = new URL('../../', import.meta.url);

function read(path: string): unknown {
  return parse(fs.readFileSync(new URL(path, root), 'utf8'));
}

function inFolder(folder: string): string[] {
  return fs
    .readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => `${folder}${name}`);
}

/** The agreement that ships, put together without the checks that the content's own tests make. */
export function shippedAgreement(): Agreement {
  const folder = 'machines/gaza-ceasefire/';
  return assembleAgreement({
    agreement: agreementFile.parse(read(`${folder}agreement.yaml`)),
    parties: partiesFile.parse(read(`${folder}parties.yaml`)),
    regions: regionsFile.parse(read(`${folder}regions.yaml`)),
    events: eventsFile.parse(read(`${folder}events.yaml`)),
    readings: inFolder(`${folder}readings/`).map((file) => readingFile.parse(read(file))),
    sources: inFolder('seeds/').map((file) => source.parse(read(file))),
  });
}

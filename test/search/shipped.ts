import fs from 'node:fs';
import { parse } from 'yaml';
import { machine } from '../../machines/gaza-ceasefire/machine.ts';
import type { Agreement } from '../../src/model/agreement.ts';
import { assembleAgreement } from '../../src/model/assemble.ts';
import {
  agreementFile,
  eventsFile,
  gatesFile,
  partiesFile,
} from '../../src/model/shapes/agreement-file.ts';
import { readingFile } from '../../src/model/shapes/reading.ts';
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
  return assembleAgreement(machine, {
    agreement: agreementFile.parse(read(`${folder}agreement.yaml`)),
    parties: partiesFile.parse(read(`${folder}parties.yaml`)),
    events: eventsFile.parse(read(`${folder}events.yaml`)),
    gates: gatesFile.parse(read(`${folder}gates.yaml`)),
    readings: inFolder(`${folder}readings/`).map((file) => readingFile.parse(read(file))),
    sources: inFolder('seeds/').map((file) => source.parse(read(file))),
  });
}

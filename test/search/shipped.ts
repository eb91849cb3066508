import fs from 'node:fs';
import type * as z from 'zod';
import { parse } from 'yaml';
import type { Agreement } from '../../src/model/agreement.ts';
import { assembleAgreement } from '../../src/model/assemble.ts';
import { agreementFile, partiesFile } from '../../src/model/shapes/agreement-file.ts';
import { eventsFile } from '../../src/model/shapes/events-file.ts';
import { propertiesFile } from '../../src/model/shapes/properties.ts';
import { readingFile } from '../../src/model/shapes/reading.ts';
import { regionsFile } from '../../src/model/shapes/regions-file.ts';
import { scenarioFile, type ScenarioFile } from '../../src/model/shapes/scenario.ts';
import { source } from '../../src/model/shapes/source.ts';
import { readProperties } from '../../src/search/read-properties.ts';
import type { Property } from '../../src/search/property.ts';

const root = new URL('../../', import.meta.url);
const folder = 'machines/gaza-ceasefire/';

function read<Shape extends z.ZodType>(shape: Shape, path: string): z.output<Shape> {
  return shape.parse(parse(fs.readFileSync(new URL(path, root), 'utf8')));
}

function inFolder(name: string): string[] {
  return fs
    .readdirSync(new URL(name, root))
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => `${name}${file}`);
}

/** The agreement that ships, put together without the checks that the content's own tests make. */
export function shippedAgreement(): Agreement {
  return assembleAgreement({
    agreement: read(agreementFile, `${folder}agreement.yaml`),
    parties: read(partiesFile, `${folder}parties.yaml`),
    regions: read(regionsFile, `${folder}regions.yaml`),
    events: read(eventsFile, `${folder}events.yaml`),
    readings: inFolder(`${folder}readings/`).map((file) => read(readingFile, file)),
    sources: inFolder('seeds/').map((file) => read(source, file)),
  });
}

export function shippedScenarios(): Map<string, ScenarioFile> {
  const scenarios = inFolder('scenarios/').map((file) => read(scenarioFile, file));
  return new Map(scenarios.map((scenario) => [scenario.id, scenario]));
}

export function shippedProperties(): Property[] {
  return readProperties(read(propertiesFile, `${folder}properties.yaml`));
}

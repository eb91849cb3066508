import type * as z from 'zod';
import { agreementFile, partiesFile } from '../model/shapes/agreement-file.ts';
import { eventsFile } from '../model/shapes/events-file.ts';
import { propertiesFile } from '../model/shapes/properties.ts';
import { readingFile } from '../model/shapes/reading.ts';
import { regionsFile } from '../model/shapes/regions-file.ts';
import { writtenScenario } from '../model/shapes/scenario.ts';
import { source } from '../model/shapes/source.ts';
import type { Role } from './layout.ts';

/** The shape of each kind of content file. */
export const SCHEMAS = {
  agreement: agreementFile,
  parties: partiesFile,
  regions: regionsFile,
  events: eventsFile,
  properties: propertiesFile,
  reading: readingFile,
  source,
  scenario: writtenScenario,
} as const satisfies Record<Role, z.ZodType>;

import type * as z from 'zod';
import {
  agreementFile,
  eventsFile,
  gatesFile,
  partiesFile,
} from '../model/shapes/agreement-file.ts';
import { propertiesFile } from '../model/shapes/properties.ts';
import { readingFile } from '../model/shapes/reading.ts';
import { scenarioFile } from '../model/shapes/scenario.ts';
import { source } from '../model/shapes/source.ts';
import type { Role } from './layout.ts';

/** The shape of each kind of content file. */
export const SCHEMAS = {
  agreement: agreementFile,
  parties: partiesFile,
  events: eventsFile,
  gates: gatesFile,
  properties: propertiesFile,
  reading: readingFile,
  source,
  scenario: scenarioFile,
} as const satisfies Record<Role, z.ZodType>;

import type { Agreement } from '../model/agreement.ts';
import { EXPORT_FORMATS, type ExportFormat, PICTURE_FORMATS } from '../search/export/formats.ts';
import { known, knownOnes } from './asked.ts';
import { UsageError } from './usage-error.ts';

/** One of the formats that there are. */
export function formatAsked(format: string): ExportFormat {
  // A trace is written elsewhere, and is a format all the same.
  known('format', format, [...EXPORT_FORMATS, 'itf']);
  return EXPORT_FORMATS.find((each) => each === format) ?? 'json';
}

/** The regions that a picture is to show; null where none were named. */
export function regionsAsked(
  agreement: Agreement,
  format: ExportFormat,
  texts: readonly string[] | undefined,
): ReadonlySet<string> | null {
  const ids = knownOnes('region', texts, agreement.regions.keys());
  if (ids === undefined) return null;
  if (!PICTURE_FORMATS.includes(format))
    throw new UsageError(
      'keys-at-odds',
      `--region is for pictures: ${PICTURE_FORMATS.join(', ')}`,
      'for a system that can be run, --slice GOAL leaves out what does not bear on the goal',
    );
  return new Set(ids);
}

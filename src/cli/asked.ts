import { type Agreement, type AgreementEvent, eventNamed } from '../model/agreement.ts';
import { type Day, dayExists } from '../model/days.ts';
import type { Assumption } from '../model/moment.ts';
import { notThere } from '../load/not-there.ts';
import { quote } from '../load/show.ts';
import { didYouMeanOneOf } from '../load/suggest.ts';
import { UsageError } from './usage-error.ts';

/** The name if it is one of those known; otherwise an error that offers the nearest. */
export function known(what: string, name: string, candidates: Iterable<string>): string {
  const wrong = notThere(what, name, candidates);
  if (wrong === null) return name;
  throw new UsageError('unknown-id', wrong.message, wrong.hint);
}

/**
 * Names given to an option, by repeating it or separated by commas, each once and each one of those known.
 *
 * @returns undefined where the option was not given
 */
export function knownOnes(
  what: string,
  texts: readonly string[] | undefined,
  candidates: Iterable<string>,
): string[] | undefined {
  const names = [...candidates];
  return texts && [...new Set(separated(texts).map((name) => known(what, name, names)))];
}

/** Names as typed, repeated or separated by commas, a comma at an end aside. */
export function separated(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const names = text.split(',').map((name) => name.trim());
    const some = names.filter((name) => name !== '');
    return some.length === 0 ? names.slice(0, 1) : some;
  });
}

/** A day that exists, written YYYY-MM-DD. */
export function askedDay(option: string, text: string): Day {
  if (!dayExists(text)) {
    throw new UsageError(
      'wrong-form',
      `${option} takes a day that exists, not ${quote(text)}`,
      'write it as YYYY-MM-DD, such as 2025-12-20',
    );
  }
  return text;
}

/** Whether a text is meant as a day rather than as the id of a step. */
export function isDayLike(text: string): boolean {
  return /^\d{4}-/.test(text);
}

/** An event by its id or by the name that it has as a gate. */
export function askedEvent(agreement: Agreement, text: string): AgreementEvent {
  const found = eventNamed(agreement, text);
  if (found !== null) return found;
  const gates = [...agreement.gates.keys()];
  if (agreement.regions.has(text))
    throw new UsageError(
      'unknown-id',
      `there is no gate or event ${quote(text)}`,
      `it is a region: \`phasegate why ${text}\` names the events that move it`,
    );
  throw new UsageError(
    'unknown-id',
    `there is no gate or event ${quote(text)}`,
    didYouMeanOneOf(text, [...gates, ...agreement.aliases.keys(), ...agreement.events.keys()]) ??
      `gates here: ${gates.join(', ')}; \`phasegate list events\` has every event`,
  );
}

/** Readings by id, repeated or separated by commas, each once; none where none was asked for. */
export function askedReadings(agreement: Agreement, texts: readonly string[] = []): string[] {
  return knownOnes('reading', texts, agreement.readings.keys()) ?? [];
}

/** `region=stage` or `region=unknown`. */
export function askedAssumption(agreement: Agreement, text: string): Assumption {
  const { region, stage } = askedStage(agreement, text, ['unknown']);
  if (stage === null)
    throw new UsageError(
      'wrong-form',
      `--assume takes region=stage, not ${quote(text)}`,
      `such as ${region}=${firstStage(agreement, region)}`,
    );
  return { region, stage };
}

/** A region by its id. */
export function askedRegion(agreement: Agreement, name: string): string {
  const event = agreement.regions.has(name) ? null : eventNamed(agreement, name);
  if (event === null) return known('region', name, agreement.regions.keys());
  throw new UsageError(
    'unknown-id',
    `there is no region ${quote(name)}`,
    `it is ${event.gate === null ? 'an event' : 'a gate'}: \`phasegate check ${name}\` says how it stands, \`phasegate why ${event.home}\` what moves its region`,
  );
}

/** `region` or `region=stage`. */
export function askedStage(
  agreement: Agreement,
  text: string,
  more: readonly string[] = [],
): { region: string; stage: string | null } {
  const [name = '', stage, ...rest] = text.split('=');
  if (rest.length > 0)
    throw new UsageError('wrong-form', `${quote(text)} has more than one =`, 'write region=stage');
  const region = askedRegion(agreement, name);
  if (stage === undefined) return { region, stage: null };
  const stages = [...(agreement.regions.get(region)?.stages.map((each) => each.id) ?? []), ...more];
  return { region, stage: known(`stage of ${region} called`, stage, stages) };
}

function firstStage(agreement: Agreement, region: string): string {
  return agreement.regions.get(region)?.stages[0]?.id ?? 'stage';
}

import path from 'node:path';
import { commandLine } from '../load/command-line.ts';
import { definitionOf, fileName, hasScenariosInside, isOwnFile } from '../load/layout.ts';
import type { Problem } from '../load/problem.ts';
import { quote, show } from '../load/show.ts';
import * as writing from '../load/writing.ts';
import { writeFolder } from '../node/write-files.ts';
import { known } from './asked.ts';
import { ContentError, type Context } from './context.ts';
import { inForm } from './in-form.ts';
import type { Desk } from './desk.ts';
import { printLines } from './terminal.ts';
import { thisWriter } from './this-writer.ts';
import { UsageError } from './usage-error.ts';

/** How a source is asked for. */
export interface SourceOptions {
  readonly id?: string;
  readonly numbered?: boolean;
  readonly published?: string;
  readonly inferred?: string;
}

interface Options extends SourceOptions {
  readonly from?: string;
}

/** @throws UsageError for an option that is for another kind of file */
export function refuseOptions(kind: string, { from, ...others }: Options): void {
  if (from !== undefined && kind !== 'scenario')
    throw new UsageError('keys-at-odds', '--from is for a scenario', 'leave it out');
  const forSources = ['id', 'numbered', 'published', 'inferred'] as const;
  const given = forSources.find((each) => others[each] !== undefined);
  if (given !== undefined && kind !== 'source')
    throw new UsageError('keys-at-odds', `--${given} is for a source`, 'leave it out');
}

/** Writes the folder of a new agreement, which goes by the last part of its path. */
export async function writeAgreement(context: Context, name: string): Promise<void> {
  const place = context.userPath(name);
  const id = idLike(path.basename(place), 'an agreement');
  const definition = definitionOf(id, { id, scenarios: 'scenarios', sources: 'sources' });
  const files = writing.agreementSkeleton(id).map(({ path: file, text }) => ({
    path: file,
    text: inForm(definition, `${id}/${file}`, text),
  }));
  const result = await writeFolder(place, files, thisWriter());
  if (!result.ok)
    throw new UsageError(
      'cannot-write',
      `${quote(name)} ${result.error.message}`,
      result.error.hint,
    );
  const folder = name.replace(/[/\\]+$/, '');
  const call = { agreement: folder, program: context.program };
  await printLines(context.terminal, [
    `Wrote ${files.length} files:`,
    ...files.map((file) => `  ${folder}/${file.path}`),
    `Next: ${commandLine(call)}`,
    `      ${commandLine(call, 'validate', '--watch')}`,
    `      ${commandLine(call, 'schemas', '--write')}`,
  ]);
}

/** Writes the reading of a party. */
export async function writeReading(context: Context, desk: Desk, party: string): Promise<void> {
  const { parties, readings } = dossierOf(desk);
  if (parties === null)
    throw new UsageError(
      'cannot-read',
      'the parties of the agreement cannot be read',
      `${commandLine(desk.call, 'validate')} says why`,
    );
  known(
    'party',
    party,
    parties.value.parties.map(({ id }) => id),
  );
  const title = parties.value.parties.find(({ id }) => id === party)?.title ?? party;
  const text = writing.readingSkeleton({ party, title });
  const below = readings.find(
    ({ file, value }) =>
      value.kind === 'party' && value.party === party && !isOwnFile(desk.definition, file),
  );
  if (below !== undefined) {
    const { id } = below.value;
    const place = `${desk.definition.folder}/readings/${id}.yaml`;
    return add(context, desk, place, writing.additionSkeleton(id));
  }
  await add(context, desk, `${desk.definition.folder}/readings/${party}.yaml`, text);
  await printLines(context.terminal, [
    'Where a scenario says what every reading makes of a step, it now speaks for this one too:',
    `  ${commandLine(desk.call, 'accept')} shows what to change there.`,
  ]);
}

/** Writes a scenario, which may branch off another one. */
export async function writeScenario(
  context: Context,
  desk: Desk,
  name: string,
  from: string | undefined,
): Promise<void> {
  const id = idLike(name, 'a scenario');
  const text = writing.scenarioSkeleton({
    agreement: hasScenariosInside(desk.definition) ? null : desk.definition.id,
    id,
    from: from === undefined ? null : branchAsked(desk, from),
  });
  await add(context, desk, `${desk.definition.scenarios}/${id}.yaml`, text);
}

function branchAsked(desk: Desk, from: string): { scenario: string; step: string } {
  const at = from.lastIndexOf('@');
  if (at <= 0)
    throw new UsageError(
      'wrong-form',
      `--from takes a scenario and a step, not ${quote(from)}`,
      'write it as SCENARIO@STEP',
    );
  const scenarios = new Map(dossierOf(desk).scenarios.map(({ value }) => [value.id, value]));
  const scenario = known('scenario', from.slice(0, at), scenarios.keys());
  const steps = writing.stepsOf(scenario, scenarios);
  const asked = writing.stepAsked(scenario, steps, from.slice(at + 1));
  if (!asked.ok) throw new UsageError(asked.error.code, asked.error.message, asked.error.hint);
  const step = steps[asked.index];
  if (step === undefined)
    throw new UsageError(
      'not-possible',
      `before the first step of ${scenario} there is nothing to branch off`,
      'leave --from out',
    );
  return { scenario, step };
}

/** A name that is fit to be an id as files have it; otherwise an error that offers one that is. */
export function idLike(name: string, what: string, how = 'call it'): string {
  const reason = writing.whyNoId(name);
  if (reason === null) return name;
  const better = writing.idFromName(name);
  throw new UsageError(
    'wrong-form',
    `${quote(name)} ${reason}, to be the id of ${what}`,
    better !== null
      ? `${how} ${better}`
      : `${how} something in lower-case letters, such as first-report`,
  );
}

/** Adds one file, unless it is there or would not be right among the others. */
export async function add(
  context: Context,
  desk: Desk,
  place: string,
  text: string,
): Promise<void> {
  if (desk.texts.has(place))
    throw new UsageError('second-id', `${place} is there already`, 'choose another name');
  const before = new Set(problemsOf(desk, desk.texts).map(keyOf));
  const problems = problemsOf(desk, new Map(desk.texts).set(place, text)).filter(
    (problem) => !before.has(keyOf(problem)),
  );
  if (problems.length > 0) throw new ContentError(problems);
  const after = inForm(desk.definition, place, text);
  await desk.write([{ path: place, before: null, after }]);
  await printLines(context.terminal, [`Wrote ${show(place)}.`]);
}

function problemsOf({ definition }: Desk, texts: ReadonlyMap<string, string>): readonly Problem[] {
  return writing.checkContent([definition], texts).problems;
}

function keyOf({ file, message }: Problem): string {
  return `${fileName(file)} ${message}`;
}

function dossierOf({ definition, texts }: Desk) {
  const [dossier] = writing.checkContent([definition], texts).dossiers;
  if (dossier === undefined) throw new Error('An agreement without a dossier.');
  return dossier;
}

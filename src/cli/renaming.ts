import { commandLine } from '../load/command-line.ts';
import { tell } from '../model/story.ts';
import { ID_KINDS } from '../model/shapes/identifier.ts';
import { isOwnFile } from '../load/layout.ts';
import type { Dossier } from '../load/dossier.ts';
import { quote } from '../load/show.ts';
import { didYouMeanOneOf } from '../load/suggest.ts';
import {
  checkContent,
  idUsesOf,
  type Named,
  namedIn,
  type PlacedUse,
  readYaml,
  renameIn,
  shareIds,
  whyNoId,
} from '../load/writing.ts';
import { known, separated } from './asked.ts';
import { type ChangeOptions, propose } from './changing.ts';
import { ContentError, type Context } from './context.ts';
import type { Desk } from './desk.ts';
import { UsageError } from './usage-error.ts';

/**
 * Shows what changes where something gets another id, and writes it where that is asked for.
 *
 * @returns the exit code
 */
export async function rename(
  context: Pick<Context, 'terminal'>,
  desk: Desk,
  given: { readonly old: string; readonly id: string },
  options: ChangeOptions & { readonly kind?: string },
): Promise<number> {
  const { definition, texts } = desk;
  const [old, asked] = [given.old, given.id].map(dotted) as [string, string];
  const dossier = soundDossier(desk, texts);
  const uses = idUsesOf(definition, texts);
  const all = namedIn(uses);
  const target = askedFor(desk, all, old, options.kind);
  refuseBelow(desk, uses, target);
  const id = newId(target, asked, all);
  const scenarios = new Map(dossier.scenarios.map(({ value }) => [value.id, value]));
  const ownerOf = (name: string, step: string) => {
    const scenario = scenarios.get(name);
    const steps = scenario === undefined ? [] : tell(scenario, scenarios).steps;
    return steps.find((each) => each.id === step)?.scenario ?? null;
  };
  const changes = renameIn(definition, texts, target, id, ownerOf, uses);
  const after = new Map(texts);
  for (const { path } of changes) after.delete(path);
  for (const { newPath, after: text } of changes) after.set(newPath, text);
  soundDossier({ ...desk, definition: { ...definition, ...ownId(target, id) } }, after);
  const kind = options.kind === undefined ? [] : ['--kind', options.kind];
  const words = ['rename', old, asked, ...kind];
  return propose(
    context,
    desk,
    { changes, unchanged: 'It is called that already.', words },
    options,
  );
}

/** @throws ContentError for what the agreement below gives its id to */
function refuseBelow({ definition, texts }: Desk, uses: readonly PlacedUse[], target: Named): void {
  const { kind, name } = target;
  const isTarget = (use: PlacedUse) =>
    namedIn([use]).some((each) => each.kind === kind && each.name === name);
  const own = uses.filter(isTarget);
  const below = own.find(({ file }) => !isOwnFile(definition, file));
  if (below === undefined || own.some(({ file }) => isOwnFile(definition, file))) return;
  const { file, path, of } = below;
  const yaml = readYaml(texts.get(file) ?? '');
  const place = 'data' in yaml ? yaml.locate(path, of) : { line: null, column: null };
  const message = `the ${kind} ${name} is of the agreement ${definition.base?.id ?? ''}, and keeps its id`;
  const hint = `what ${definition.folder} itself adds can be renamed from here`;
  throw new ContentError([{ file, ...place, code: 'not-possible', message, hint }]);
}

/** An agreement that is called otherwise is found by its new id, in the folder that it has. */
function ownId({ kind }: Named, id: string): { id?: string } {
  return kind === 'agreement' ? { id } : {};
}

/** @throws ContentError where something is wrong with the files, which then may mean something else than they say */
function soundDossier(
  { definition, problems: unread }: Pick<Desk, 'definition' | 'problems'>,
  texts: ReadonlyMap<string, string>,
): Dossier {
  const { problems, dossiers } = checkContent([definition], texts);
  const [dossier] = dossiers;
  const all = [...unread, ...problems];
  if (dossier === undefined || all.length > 0) throw new ContentError(all);
  return dossier;
}

/** A stage as other commands take it, region=stage, is one of a region like any other. */
function dotted(name: string): string {
  return name.replace('=', '.');
}

/** What an id stands for: what is called just that, or what is one of something and called that in it. */
function askedFor(
  { call }: Pick<Desk, 'call'>,
  all: readonly Named[],
  old: string,
  kind: string | undefined,
): Named {
  const kinds = kind === undefined ? ID_KINDS : separated([kind]);
  for (const each of kinds) known('kind', each, ID_KINDS);
  const ofKind = all.filter((each) => kinds.includes(each.kind));
  const full = ofKind.filter(({ name }) => name === old);
  const found = full.length > 0 ? full : ofKind.filter(({ id }) => id === old);
  const [target, ...others] = found;
  if (target === undefined) {
    const what = kind === undefined ? 'nothing' : `no ${kind}`;
    throw new UsageError(
      'unknown-id',
      `there is ${what} called ${quote(old)}`,
      didYouMeanOneOf(old, new Set(ofKind.map(({ name }) => name))) ??
        `\`${commandLine(call, 'list')}\` shows what there is; a stage is written region.stage, a claim source.c1, a step scenario@step`,
    );
  }
  if (others.length === 0) return target;
  const isOneKind = found.every((each) => each.kind === target.kind);
  throw new UsageError(
    'second-id',
    `${quote(old)} is the id of ${found.map((each) => `the ${each.kind} ${each.name}`).join(' and of ')}`,
    isOneKind
      ? `name one of them in full: ${found.map(({ name }) => name).join(', ')}`
      : `say which: ${found.map((each) => `--kind ${each.kind}`).join(' or ')}`,
  );
}

/** The new id, without what it is one of, which stays. */
function newId(target: Named, asked: string, all: readonly Named[]): string {
  const home = target.kind === 'event' ? (target.id.split('.')[0] ?? '') : target.owner;
  const joint = ['step', 'question', 'task'].includes(target.kind) ? '@' : '.';
  const at = home === null ? -1 : asked.indexOf(joint);
  if (at >= 0 && asked.slice(0, at) !== home)
    throw new UsageError(
      'not-possible',
      `${target.name} belongs to ${home ?? ''}, and its new id must say so`,
      `call it ${home ?? ''}${joint}${asked.slice(at + 1)}`,
    );
  const own = asked.slice(at + 1);
  const id = target.kind === 'event' ? `${home ?? ''}.${own}` : own;
  const reason = whyNoId(id, target.kind);
  if (reason !== null)
    throw new UsageError('wrong-form', `${quote(asked)} ${reason}`, 'choose another id');
  const taken = all.find((each) => each.id === id && shareIds(each, target));
  if (taken !== undefined && id !== target.id)
    throw new UsageError(
      'second-id',
      `the ${taken.kind} ${taken.name} is called that already`,
      'choose another id',
    );
  return id;
}

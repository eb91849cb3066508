/** What `validate` does, loaded when it is asked for. */
import path from 'node:path';
import { auditSources } from '../load/audit.ts';
import { checkContent } from '../load/check.ts';
import { agreementNamedIn } from '../load/agreement-named-in.ts';
import { AGREEMENT_FILE, type Definition, type Role, roleOf } from '../load/layout.ts';
import type { Memory } from '../load/memory.ts';
import { loadScenarioText, readTexts } from '../load/open.ts';
import { formatProblem, type Problem } from '../load/problem.ts';
import type { ProblemCode } from '../load/problem-codes.ts';
import { roleByKeys } from '../load/role-by-keys.ts';
import { type Validated, validateContent } from '../load/validate.ts';
import { holdsAgreement, isFolder, nearestAgreement } from '../node/find-agreement.ts';
import { listContent } from '../node/list-content.ts';
import { readBytes, type ReadResult } from '../node/read-text.ts';
import type { Agreements, Choice } from './agreements.ts';
import type { LookedAt, Validation } from './context.ts';
import { STANDARD_INPUT } from './scenario-name.ts';

/** What is to be validated, and where that is looked for. */
export interface ValidateRequest {
  readonly agreements: Agreements;
  /** Files and folders, `-` for standard input; none for the agreement at hand, or all that ship. */
  readonly names: readonly string[];
  /** What `-A` names. */
  readonly asked: string | undefined;
  /** The folder of the documents to hold the sources against; null for none. */
  readonly documents: string | null;
  readonly userPath: (name: string) => string;
  readonly readUser: (name: string) => Promise<ReadResult>;
  readonly packageFolder: string;
}

type Place = Pick<Choice, 'folder' | 'isShipped'>;

/** One agreement, checked as a whole. */
interface Whole {
  readonly definition: Definition;
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  readonly validated: Validated;
}

/** What one name came to. */
interface Found {
  readonly looked: LookedAt;
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
  /** Agreements that were looked at as wholes. */
  readonly wholes: readonly Whole[];
}

/**
 * Looks at whatever it is given: a folder, a content file, standard input. Each is taken for what it is by its place in
 * an agreement's folder, else by its keys; of what cannot be placed nothing is said but that.
 */
export async function validateAnything(request: ValidateRequest): Promise<Validation> {
  const { agreements, names, asked, documents, userPath } = request;
  const found: Found[] = [];
  const wholes = wholesOf(agreements);
  if (names.length > 0) {
    // One after the other: what is read first is not read again.
    // oxlint-disable-next-line no-await-in-loop
    for (const name of names) found.push(...(await foundFor(request, wholes, name)));
  } else {
    const choice = await agreements.choose(asked);
    const isOne = agreements.isNamed(asked) || choice.named !== null;
    const places = isOne ? [choice] : await shippedPlaces(agreements);
    // oxlint-disable-next-line no-await-in-loop
    for (const place of places) found.push(await foundWhole(wholes, place, place.folder));
  }
  const problems = found.flatMap((each) => each.problems);
  const all = found.flatMap((each) => each.wholes);
  const audit =
    documents === null || problems.length > 0 || all.length === 0
      ? null
      : auditSources(
          all.flatMap(({ validated }) => validated.dossiers.flatMap(({ sources }) => sources)),
          (name) => readBytes(path.join(userPath(documents), name)),
        );
  return {
    problems: audit?.problems ?? problems,
    notices: [...found.flatMap((each) => each.notices), ...(audit?.notices ?? [])],
    counts: countsOf(found),
    audited: audit?.claims ?? null,
    looked: found.map(({ looked }) => looked),
  };
}

function countsOf(found: readonly Found[]): Record<string, number> {
  const all = found.flatMap((each) => each.wholes);
  const single = found.filter((each) => each.wholes.length === 0).length;
  const files = single + all.reduce((sum, { texts }) => sum + texts.size, 0);
  if (all.length === 0) return { files };
  const dossiers = all.flatMap(({ validated }) => validated.dossiers);
  const sources = dossiers.flatMap((dossier) => dossier.sources);
  return {
    files,
    claims: sources.reduce((sum, { value }) => sum + value.claims.length, 0),
    scenarios: dossiers.reduce((sum, { scenarios }) => sum + scenarios.length, 0),
  };
}

type Wholes = (place: Place) => Promise<Whole>;

async function shippedPlaces(agreements: Agreements): Promise<Place[]> {
  return (await agreements.shipped()).map(({ folder }) => ({ folder, isShipped: true }));
}

/** Checks agreements as wholes, each once. */
function wholesOf(agreements: Agreements): Wholes {
  const known = new Map<string, Whole>();
  return async ({ folder, isShipped }) => {
    const key = `${isShipped} ${folder}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const files = agreements.files(isShipped);
    const shipped = isShipped ? await agreements.shipped() : [];
    const definition =
      shipped.find((each) => isShipped && each.folder === folder) ??
      (await agreements.definitionIn({ folder, isShipped }));
    const { texts, problems } = readTexts([definition], files);
    const others = shipped.filter((each) => each !== definition).map(({ id }) => id);
    const validated = await withTaskNotices(
      validateContent([definition], texts, { others, memory: await agreements.memory() }),
    );
    const whole = {
      definition,
      texts,
      problems: [...problems, ...validated.problems],
      validated,
    };
    known.set(key, whole);
    return whole;
  };
}

/** With what the search says of tasks; it is loaded only where there are any. */
async function withTaskNotices(validated: Validated): Promise<Validated> {
  const scenarios = validated.dossiers.flatMap((dossier) => dossier.scenarios);
  if (!scenarios.some(({ value }) => value.tasks !== undefined)) return validated;
  const { taskNotices } = await import('./task-notices.ts');
  return { ...validated, notices: [...validated.notices, ...taskNotices(validated)] };
}

async function foundWhole(wholes: Wholes, place: Place, name: string): Promise<Found> {
  const whole = await wholes(place);
  return {
    looked: { name, as: 'agreement', agreement: whole.definition.id, title: titleOf(whole) },
    problems: whole.problems,
    notices: whole.validated.notices,
    wholes: [whole],
  };
}

function titleOf({ definition, validated }: Whole): string {
  return validated.dossiers[0]?.agreement?.value.title ?? definition.id;
}

async function foundFor(request: ValidateRequest, wholes: Wholes, name: string): Promise<Found[]> {
  const { agreements, userPath, readUser } = request;
  const place = userPath(name);
  if (name !== STANDARD_INPUT && isFolder(place)) {
    if (holdsAgreement(place)) return [await foundWhole(wholes, agreements.inFolder(name), name)];
    const files = listContent(place);
    const inside = files?.ok === true ? files.value : [];
    if (inside.length === 0)
      return [
        unplaced(name, 'unknown-content', `holds no ${AGREEMENT_FILE} and no content file`, null),
      ];
    const found: Found[][] = [];
    for (const file of inside)
      // oxlint-disable-next-line no-await-in-loop
      found.push(await foundFor(request, wholes, `${name.replace(/\/+$/, '')}/${file}`));
    return found.flat();
  }
  const text = await readUser(name);
  if (!text.ok) return [unplaced(name, 'cannot-read', text.error.message, text.error.hint)];
  return [
    (name === STANDARD_INPUT ? null : await byPlace(request, wholes, name, text.value)) ??
      (await byKeys(request, wholes, name, text.value)),
  ];
}

function shown(name: string): string {
  return name === STANDARD_INPUT ? 'standard input' : name;
}

function unplaced(name: string, code: ProblemCode, message: string, hint: string | null): Found {
  return {
    looked: { name: shown(name), as: null, agreement: null, title: null },
    problems: [{ file: shown(name), line: null, column: null, code, message, hint }],
    notices: [],
    wholes: [],
  };
}

/** A file that lies where an agreement has its content; null where it lies elsewhere. */
async function byPlace(
  { agreements, userPath, packageFolder }: ValidateRequest,
  wholes: Wholes,
  name: string,
  text: string,
): Promise<Found | null> {
  const place = userPath(name);
  const home = nearestAgreement(path.dirname(place));
  const own = home === null ? [] : [agreements.inFolder(agreements.nameOfFolder(home))];
  const shipped = await shippedPlaces(agreements);
  const named = agreementNamedIn(text, await agreements.memory());
  for (const choice of [...own, ...shipped]) {
    // oxlint-disable-next-line no-await-in-loop
    const whole = await wholes(choice);
    const top = choice.isShipped ? packageFolder : userPath('.');
    const fromTop = path.relative(top, place).split(path.sep).join('/');
    const file = [...whole.texts.keys()].find(
      (each) => path.posix.normalize(each) === fromTop || each === place,
    );
    const role = file === undefined ? null : roleOf(whole.definition, file);
    const isOthers = named !== null && named !== whole.definition.id && shipped.length > 1;
    if (file === undefined || role === null || isOthers) continue;
    return {
      looked: { name, as: role, agreement: whole.definition.id, title: titleOf(whole) },
      problems: whole.problems.filter((problem) => problem.file === file),
      notices: whole.validated.notices.filter((notice) => notice.file === file),
      wholes: [],
    };
  }
  return null;
}

/** A file from anywhere, by what its keys say that it is, held against its agreement. */
async function byKeys(
  { agreements, asked, userPath }: ValidateRequest,
  wholes: Wholes,
  name: string,
  text: string,
): Promise<Found> {
  const role = roleByKeys(text);
  if (role === null)
    return unplaced(
      name,
      'unknown-content',
      'is no content file: it is in no folder of an agreement, and its keys fit no kind of file',
      'move it to the folder of its agreement, or check its keys',
    );
  const memory = await agreements.memory();
  const named = agreementNamedIn(text, memory);
  const folder = name === STANDARD_INPUT ? null : path.dirname(userPath(name));
  const origin =
    agreements.isNamed(asked) || (named === null && (folder === null || role !== 'scenario'))
      ? null
      : ({ agreement: named, place: folder, of: 'scenario' } as const);
  const choice = await agreements.choose(asked, origin);
  const whole = await wholes(choice);
  const looked = {
    name: shown(name),
    as: role,
    agreement: whole.definition.id,
    title: titleOf(whole),
  };
  if (role === 'scenario') {
    const { holding, problems } = await agreements.open(choice);
    const isAlone = folder === null || nearestAgreement(folder) === null;
    const mustSayAgreement = isAlone && !agreements.isNamed(asked);
    const checks = { expectations: true, mustSayAgreement, memory };
    const found =
      holding === null
        ? problems
        : (await loadScenarioText(holding, shown(name), text, checks)).problems;
    return { looked, problems: found, notices: [], wholes: [] };
  }
  return {
    looked,
    problems: inItsPlace(whole, role, shown(name), text, memory),
    notices: [],
    wholes: [],
  };
}

/** What would be wrong if a file stood where its agreement has such a file: in it, and in others because of it. */
function inItsPlace(
  { definition, texts, problems }: Whole,
  role: Role,
  name: string,
  text: string,
  memory: Memory,
): Problem[] {
  const place = placeFor(definition, role, text);
  const { problems: found } = checkContent([definition], new Map(texts).set(place, text), {
    memory,
  });
  const before = new Set(problems.map(formatProblem));
  return found
    .filter((problem) => problem.file === place || !before.has(formatProblem(problem)))
    .map((problem) => (problem.file === place ? { ...problem, file: name } : problem));
}

/** Where an agreement has a file of a role, named as the file's own id says. */
function placeFor({ folder, sources }: Definition, role: Role, text: string): string {
  const id = /^id:[ \t]*['"]?([\w-]+)/m.exec(text)?.[1] ?? 'unnamed';
  if (role === 'reading') return `${folder}/readings/${id}.yaml`;
  return role === 'source' ? `${sources}/${id}.yaml` : `${folder}/${role}.yaml`;
}

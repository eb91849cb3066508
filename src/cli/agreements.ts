import path from 'node:path';
import { commandLine } from '../load/command-line.ts';
import type { Definition } from '../load/layout.ts';
import type { ContentData } from '../load/library.ts';
import { type Files, openAtHand, type Opened } from '../load/open.ts';
import type { Memory } from '../load/memory.ts';
import { quote } from '../load/show.ts';
import { didYouMeanOneOf } from '../load/suggest.ts';
import { builtFiles } from '../node/built-files.ts';
import { nearestAgreement, trueFolder, trueName, whyNoAgreement } from '../node/find-agreement.ts';
import { listAgreements } from '../node/list-agreements.ts';
import type { ReadError } from '../node/read-text.ts';
import { UsageError } from './usage-error.ts';

/** Where agreements are looked for. */
export interface AgreementsOptions {
  /** The folders of those that ship, from the package's folder; none in an installed package. */
  readonly listFolders: () => readonly string[];
  /** Those that ship as the build left them; null where there was no build. */
  readonly compiled: ContentData | null;
  readonly packageFolder: string;
  /** Where the user stands. */
  readonly userFolder: string;
  /** The agreement that the environment names; null where it names none. */
  readonly environment: string | null;
}

/** The variable that names an agreement where `-A` does not. */
export const VARIABLE = 'PHASEGATE_AGREEMENT';

/** The agreement that a command line is about. */
export interface Choice {
  /** Its folder, as its files' names begin. */
  readonly folder: string;
  /** Whether it is one that ships; its names then begin at the package's folder, and else where the user stands. */
  readonly isShipped: boolean;
  /** The folder of one that does not ship, by its full and one true path; null for one that ships. */
  readonly home: string | null;
  /** What `-A` must name to have it again; null where it is had without. */
  readonly named: string | null;
  /** What it was chosen by where the user did not name it, which is then to be said; null where there is nothing to say. */
  readonly foundBy: 'folder' | 'scenario' | 'session' | null;
}

/** What a scenario or a session says of the agreement that it is of. */
export interface Origin {
  /** Null where it leaves that to the folder in which it lies. */
  readonly agreement: string | null;
  /** Its file or its agreement's folder; null where it says nothing of a place. */
  readonly place: string | null;
  readonly of: 'scenario' | 'session';
}

/** The agreements that there are: those that ship, and any in a folder. */
export class Agreements {
  readonly #options: AgreementsOptions;
  #memory: Memory | null = null;

  constructor(options: AgreementsOptions) {
    this.#options = options;
  }

  /**
   * The agreement asked for: by `-A`, else by the environment, else by what is to be looked at, if that is of one at
   * hand; else the one in whose folder the user stands, else the first that ships.
   *
   * @throws UsageError where a name stands for no agreement, or for two
   */
  async choose(asked: string | undefined, origin: Origin | null = null): Promise<Choice> {
    const { environment } = this.#options;
    const name = asked ?? environment;
    if (name !== null) return this.#named(name);
    const own = origin === null ? null : await this.#of(origin);
    return own ?? this.#around() ?? this.#first();
  }

  /** Whether the user named an agreement, be it in the environment. */
  isNamed(asked: string | undefined): boolean {
    return (asked ?? this.#options.environment) !== null;
  }

  /** What `-A` names the agreement by that something is of; null where that one is not at hand. */
  async nameOf(origin: Origin): Promise<string | null> {
    const found = (await this.#of(origin)) ?? (await this.#below(origin));
    if (found === null) return null;
    const { folder, isShipped, named } = found;
    return named ?? (isShipped ? this.#idOf(found) : folder);
  }

  /** One in a folder where the user stands that has the id and can be opened, which they may name but is not taken unasked. */
  async #below({ agreement, of }: Origin): Promise<Choice | null> {
    if (of === 'session') return null;
    for (const name of listAgreements(this.#options.userFolder, '.')) {
      const choice = this.inFolder(name.slice('./'.length));
      // The first will do, and each has a file to be read.
      // oxlint-disable-next-line no-await-in-loop
      if ((await this.#idOf(choice)) !== agreement) continue;
      // oxlint-disable-next-line no-await-in-loop
      if ((await this.open(choice)).holding !== null) return choice;
    }
    return null;
  }

  /** The agreement that something is of: in the folder where it lies, where the user stands, or one that ships. */
  async #of({ agreement, place, of }: Origin): Promise<Choice | null> {
    const around = this.#around();
    const nearest = place === null ? null : nearestAgreement(place);
    // A session is of the very folder; a scenario may lie anywhere inside it.
    const home = of === 'session' && nearest !== place ? null : nearest;
    if (of === 'session' && place !== null && home === null) return null;
    if (home !== null) {
      const there = this.inFolder(this.nameOfFolder(home));
      if (agreement === null || (await this.#idOf(there)) === agreement)
        return around?.folder === there.folder ? around : { ...there, foundBy: of };
    }
    if (agreement === null) return null;
    if (of === 'scenario' && around !== null && (await this.#idOf(around)) === agreement)
      return around;
    const shipped = (await this.shipped()).find(({ id }) => id === agreement);
    if (shipped === undefined) return null;
    const first = this.#shippedFolders()[0];
    if (around === null && shipped.folder === first) return this.#first();
    return {
      ...this.#chosen({ folder: shipped.folder, isShipped: true }, agreement),
      foundBy: of,
    };
  }

  /** The agreements that ship, the one chosen, and those in the folders of the one where the user stands; each once. */
  async atHand(chosen: Choice): Promise<readonly Choice[]> {
    const shipped = (await this.shipped()).map(({ folder, id }) =>
      this.#chosen({ folder, isShipped: true }, id),
    );
    const around = this.#around();
    const below = listAgreements(this.#options.userFolder, '.').map((name) =>
      this.inFolder(name.slice('./'.length)),
    );
    const own = [...(around === null ? [] : [around]), ...below].filter((each) => !each.isShipped);
    const placeOf = ({ home, folder }: Choice) => home ?? `shipped ${folder}`;
    const all = new Map([...shipped, ...own].map((each) => [placeOf(each), each]));
    return [...all.set(placeOf(chosen), chosen).values()];
  }

  /** A folder as the user would name it from where they stand. */
  nameOfFolder(folder: string): string {
    const { userFolder } = this.#options;
    const near = path.relative(path.resolve(userFolder), folder) || '.';
    // A path that climbs far is told better from the top.
    return withSlashes(/^(?:\.\.[/\\]){3}/.test(near) ? folder : near);
  }

  /** What was read of their files before; it is loaded once something is read. */
  async memory(): Promise<Memory> {
    const thorough = await import('../load/thorough.ts');
    return (this.#memory ??= new thorough.Memory());
  }

  /** Opens the agreement chosen, and no other. */
  async open({ folder, isShipped }: Pick<Choice, 'folder' | 'isShipped'>): Promise<Opened> {
    const memory = () => this.memory();
    if (!isShipped) {
      const folderOf = await this.folderOfId();
      const nameOf = (each: string) => this.#trueNameOf(each);
      return openAtHand({ folder, compiled: null, folderOf, nameOf, memory, ...this.files(false) });
    }
    const { compiled } = this.#options;
    const beside = this.#shippedFolders().filter((other) => other !== folder);
    return openAtHand({ folder, beside, compiled, memory, ...this.files(true) });
  }

  /** What the agreements that ship are called, and where their content stands. */
  async shipped(): Promise<readonly Definition[]> {
    const folders = this.#shippedFolders();
    const known = this.#options.compiled?.definitions ?? [];
    const built = folders.map((folder) => known.find((each) => each.folder === folder));
    if (built.every((each) => each !== undefined)) return built;
    const { defineAgreements } = await import('../load/thorough.ts');
    return defineAgreements(folders, this.files(true).readFile, { memory: await this.memory() });
  }

  /** What an agreement is called and where its content stands, as the build saw it where there is a build. */
  async definitionOf(place: Pick<Choice, 'folder' | 'isShipped'>): Promise<Definition> {
    const shipped = place.isShipped ? await this.shipped() : [];
    return shipped.find(({ folder }) => folder === place.folder) ?? this.definitionIn(place);
  }

  /** Where the content of an agreement in a folder stands, and of those below it. */
  async definitionIn({
    folder,
    isShipped,
  }: Pick<Choice, 'folder' | 'isShipped'>): Promise<Definition> {
    const { defineAgreements } = await import('../load/thorough.ts');
    const { readFile } = this.files(isShipped);
    const [found] = defineAgreements([folder], readFile, {
      folderOf: await this.folderOfId(),
      nameOf: (each) => this.#trueNameOf(each),
      memory: await this.memory(),
    });
    if (found === undefined) throw new Error('A folder has one definition.');
    return found;
  }

  /** The folders of the agreements that ship, by id, as full paths. */
  async folderOfId(): Promise<(id: string) => string | null> {
    const shipped = await this.shipped();
    return (id) => {
      const found = shipped.find((each) => each.id === id);
      if (found === undefined) return null;
      return path.join(this.#options.packageFolder, found.folder).split(path.sep).join('/');
    };
  }

  /** Ways to look at the files of agreements that ship, or at the user's. */
  files(isShipped: boolean): Files {
    const { packageFolder, userFolder } = this.#options;
    const top = isShipped ? packageFolder : userFolder;
    // An installed package has its agreements as the build left them, and no files of them.
    const isInstalled = !isShipped && this.#options.listFolders().length === 0;
    const built = isInstalled ? (this.#options.compiled?.files ?? {}) : {};
    return builtFiles(top, packageFolder, built);
  }

  #shippedFolders(): readonly string[] {
    const there = this.#options.listFolders();
    if (there.length > 0) return there;
    return this.#options.compiled?.definitions.map(({ folder }) => folder) ?? [];
  }

  #first(): Choice {
    const [folder] = this.#shippedFolders();
    if (folder === undefined)
      throw new UsageError(
        'not-there',
        'no agreement comes with the program, and there is none in this folder',
        newOne('FOLDER'),
      );
    return { folder, isShipped: true, home: null, named: null, foundBy: null };
  }

  /** The agreement in whose folder the user stands, or in a folder of which. */
  #around(): Choice | null {
    const found = nearestAgreement(this.#options.userFolder);
    if (found === null) return null;
    return { ...this.inFolder(this.nameOfFolder(found)), foundBy: 'folder' };
  }

  /** What a name stands for: the folder of an agreement, or the id of one. */
  async #named(name: string): Promise<Choice> {
    if (name.trim() === '')
      throw new UsageError('wrong-form', 'the name of the agreement is empty', newOne('FOLDER'));
    const isId = name.startsWith(BY_ID);
    const isPath = /[/\\]|^\.+$/.test(name);
    const why = whyNoAgreement(path.resolve(this.#options.userFolder, name));
    if (!isId && (isPath || why === null)) {
      if (why !== null)
        throw new UsageError(
          'not-there',
          `the agreement ${quote(name)} ${why.message}`,
          why.hint ?? newOne(name),
        );
      const choice = this.inFolder(withSlashes(name));
      const isTwo =
        !isPath && !choice.isShipped && (await this.shipped()).some(({ id }) => id === name);
      if (!isTwo) return choice;
      throw new UsageError(
        'at-odds',
        `${quote(name)} is the folder of an agreement here, and the id of one that ships`,
        `./${name} names the folder, ${BY_ID}${name} the one that ships`,
      );
    }
    return this.#withId(isId ? name.slice(BY_ID.length) : name, isId ? null : why);
  }

  /** @param why why the id is not the name of an agreement's folder either */
  async #withId(id: string, why: ReadError | null): Promise<Choice> {
    const all = await this.shipped();
    const [found, ...more] = all.filter((each) => each.id === id).map(({ folder }) => folder);
    if (found !== undefined && more.length === 0)
      return this.#chosen({ folder: found, isShipped: true }, why === null ? `${BY_ID}${id}` : id);
    if (found !== undefined)
      throw new UsageError(
        'second-id',
        `two agreements have the id ${quote(id)}: ${[found, ...more].join(' and ')}`,
        'name one of them by its folder',
      );
    const around = this.#around();
    if (around !== null && (await this.#idOf(around)) === id) return { ...around, foundBy: null };
    if (why !== null && why.message !== NOT_THERE)
      throw new UsageError(
        'not-there',
        `the agreement ${quote(id)} ${why.message}`,
        why.hint ?? newOne(id),
      );
    const { userFolder } = this.#options;
    const below = listAgreements(userFolder, '.').map((name) => name.slice('./'.length));
    const near = didYouMeanOneOf(id, [...all.map((each) => each.id), ...below]);
    throw new UsageError(
      'unknown-id',
      `there is no agreement ${quote(id)}`,
      near === null ? newOne(id) : `${near}; ${newOne(id)}`,
    );
  }

  /** The agreement in a folder, which may be one that ships. */
  inFolder(name: string): Choice {
    const { packageFolder, userFolder } = this.#options;
    const place = trueFolder(path.resolve(userFolder, name));
    const shipped = this.#shippedFolders().find(
      (folder) => trueFolder(path.join(packageFolder, folder)) === place,
    );
    return shipped === undefined
      ? this.#chosen({ folder: name, isShipped: false }, name)
      : this.#chosen({ folder: shipped, isShipped: true }, name);
  }

  /** Nothing need be named to have again what the program looks at where it is told nothing. */
  #chosen(place: Pick<Choice, 'folder' | 'isShipped'>, name: string): Choice {
    const { environment, userFolder } = this.#options;
    const isHadWithout =
      place.isShipped &&
      place.folder === this.#shippedFolders()[0] &&
      environment === null &&
      nearestAgreement(userFolder) === null;
    const home = place.isShipped ? null : trueFolder(path.resolve(userFolder, place.folder));
    return { ...place, home, named: isHadWithout ? null : name, foundBy: null };
  }

  async #idOf(choice: Choice): Promise<string> {
    return (await this.definitionIn(choice)).id;
  }

  /** What a folder of the user's is called. */
  #trueNameOf(folder: string): string {
    return trueName(path.resolve(this.#options.userFolder, folder));
  }
}

/** Says of a name that it is an id, where it might be taken for a folder. */
const BY_ID = 'id:';

/** What is said of a file or folder that is not there. */
const NOT_THERE = 'is not there';

function newOne(name: string): string {
  return `\`${commandLine({ agreement: null }, 'new', 'agreement', name)}\` writes one`;
}

/** A folder as the content checks name it: with `/`, and without one at its end. */
function withSlashes(name: string): string {
  return path
    .normalize(name)
    .split(path.sep)
    .join('/')
    .replace(/(?<=.)\/$/, '');
}

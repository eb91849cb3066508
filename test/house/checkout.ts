import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';

/** What the rules look at: a real checkout, or a planted one of a few lines. */
export interface Checkout {
  /** Names in the top folder. */
  readonly topLevel: readonly string[];
  /** Texts by path, `/`-separated and relative to the top folder. */
  readonly files: ReadonlyMap<string, string>;
}

const FOLDERS = ['src', 'machines', 'scenarios', 'seeds', 'test', '.ci'];

export function readCheckout(root: string): Checkout {
  const topLevel = namesCheckedIn(root);
  const files = new Map<string, string>();
  const visit = (relative: string): void => {
    const stats = fs.statSync(path.join(root, relative));
    if (stats.isDirectory()) {
      for (const name of fs.readdirSync(path.join(root, relative)).toSorted()) {
        visit(`${relative}/${name}`);
      }
    } else if (stats.isFile()) {
      files.set(relative, fs.readFileSync(path.join(root, relative), 'utf8'));
    }
  };
  for (const folder of FOLDERS.filter((name) => topLevel.includes(name))) visit(folder);
  for (const name of ['package.json', 'package-lock.json'].filter((file) =>
    topLevel.includes(file),
  )) {
    visit(name);
  }
  return { topLevel, files };
}

/** What is checked in at the top, or everything there where git does not say: a user may keep files of their own. */
function namesCheckedIn(root: string): string[] {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  if (status !== 0 || stdout === '') return fs.readdirSync(root);
  return [...new Set(stdout.split('\0').map((file) => file.split('/')[0] ?? ''))].filter(
    (name) => name !== '',
  );
}

export function isCode(file: string): boolean {
  return /\.(?:[cm]?[jt]s|tsx)$/.test(file);
}

/** What can be read of a YAML file. Whether it is right is for the validation of content to say. */
function parseYaml(text: string): { readonly parties?: unknown } | null {
  return parseDocument(text).toJS() as { readonly parties?: unknown } | null;
}

/** Ids of the agreements that ship: the folders of machines/. */
export function agreementsIn({ files }: Checkout): string[] {
  const folders = [...files.keys()].map((file) => /^machines\/([^/]+)\//.exec(file)?.[1]);
  return [...new Set(folders.filter((folder) => folder !== undefined))];
}

export interface Party {
  readonly id: string;
  readonly title: string;
}

/** The parties of an agreement, from its parties.yaml; none when there is no such file. */
export function partiesOf({ files }: Checkout, agreement: string): Party[] {
  const text = files.get(`machines/${agreement}/parties.yaml`);
  if (text === undefined) return [];
  const listed: unknown = parseYaml(text)?.parties;
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((party: { id?: unknown; title?: unknown }) =>
    typeof party?.id === 'string' ? [{ id: party.id, title: String(party.title ?? '') }] : [],
  );
}

/** Region ids that the content names under `regions:`, anywhere. */
export function regionsIn({ files }: Checkout): string[] {
  const ids = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'regions') {
          for (const id of namesIn(inner)) ids.add(id);
        }
        visit(inner);
      }
    }
  };
  for (const [file, text] of files) {
    if (/^(?:machines|scenarios|seeds)\/.*\.ya?ml$/.test(file)) visit(parseYaml(text));
  }
  return [...ids];
}

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => {
      if (typeof item === 'string') return [item];
      const id = (item as { id?: unknown } | null)?.id;
      return typeof id === 'string' ? [id] : [];
    });
  }
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

import path from 'node:path';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { idsOf } from '../load/layout.ts';
import { loadScenarioText } from '../load/open.ts';
import { formatProblem } from '../load/problem.ts';
import type { Check, OpenedScenario } from '../load/kept-session.ts';
import type { FileAtHand, Laboratory } from '../node/laboratory.ts';
import { readText } from '../node/read-text.ts';
import type { SessionStore } from '../node/session.ts';
import type { AskedHolding } from './context.ts';
import { isKeptOf } from './kept-of.ts';
import { isToken } from './scenario-name.ts';
import { thisWriter } from './this-writer.ts';

/** Where a laboratory works, and as whom. */
export interface Bench {
  readonly holding: AskedHolding;
  /** What a path that the user names is relative to. */
  readonly userPath: (name: string) => string;
  /** The user's home, for paths that begin with `~/` where no shell has seen them; empty where there is none. */
  readonly home: string;
  /** Where the schema for editors lies as seen from a file; null where it lies in another package's folder or none. */
  readonly schemaFrom: (file: string) => string | null;
  /** The folder for what is to outlast the program; null where there is none, and then nothing is kept. */
  readonly stateFolder: string | null;
  /** How to look at a scenario, by its path or token, that is of another agreement at hand; null for any other. */
  readonly elsewhere: (typed: string) => Promise<string | null>;
}

/** As many files of a folder are looked at. */
const MOST_FILES = 40;

/** What a scenario file has, and hardly any other YAML in somebody's folder. */
const MAY_BE_SCENARIO = /^(?:steps|branchesFrom|replay)\s*:/m;

/** Where sessions are kept. */
export function sessionFolderOf(stateFolder: string): string {
  return path.join(stateFolder, 'sessions');
}

/**
 * The laboratory of this process. It is on the way of every start, so everything that it needs is loaded with
 * `import()`.
 */
export function laboratoryOf({
  holding,
  userPath,
  home,
  schemaFrom,
  stateFolder,
  elsewhere,
}: Bench): Laboratory {
  const { agreement } = holding;
  const placeOf = (name: string) =>
    userPath(home !== '' && name.startsWith('~/') ? path.join(home, name.slice(2)) : name);
  const writer = thisWriter();
  const sessionFolder = stateFolder === null ? null : sessionFolderOf(stateFolder);
  let store: SessionStore | null = null;

  const checked = async (
    name: string,
    text: string,
    more: readonly ScenarioFile[],
    otherwise: string | null = null,
  ): Promise<OpenedScenario> => {
    const scenarios = new Map(holding.scenarios);
    for (const scenario of more) scenarios.set(scenario.id, scenario);
    const loaded = await loadScenarioText({ ...holding, scenarios }, name, text, {
      otherwise,
    });
    return loaded.scenario === null
      ? { ok: false, problems: loaded.problems.map(formatProblem) }
      : { ok: true, scenario: loaded.scenario };
  };
  const check: Laboratory['check'] = async (scenario, more = []) => {
    const { scenarioText } = await import('../load/thorough.ts');
    return checked(scenario.id, scenarioText(scenario), more);
  };

  return {
    check,
    open: async (typed, more = []) => {
      if (isToken(typed)) {
        const { agreementOfToken, readToken } = await import('../load/thorough.ts');
        const named = agreementOfToken(typed);
        if (named !== null && !idsOf(holding.definition).includes(named)) {
          const mend = await elsewhere(typed);
          const message = `the scenario is of the agreement ${named}, not of ${agreement.id}`;
          return { ok: false, problems: [mend === null ? message : `${message}: ${mend}`] };
        }
        const read = readToken(typed, agreement);
        if (read.ok) return check(read.value, more);
        const { message, hint } = read.error;
        return { ok: false, problems: [`the text ${message}${hint === null ? '' : ` (${hint})`}`] };
      }
      const text = readText(placeOf(typed));
      if (text.ok) return checked(typed, text.value, more, await elsewhere(typed));
      return {
        ok: false,
        problems: [
          formatProblem({
            file: typed,
            line: null,
            column: null,
            code: 'cannot-read',
            ...text.error,
          }),
        ],
      };
    },
    files: async () => {
      const { yamlFiles } = await import('../node/yaml-files.ts');
      const here = userPath('.');
      const own = holding.home === null || holding.home === here ? [] : [holding.home];
      const files: FileAtHand[] = [];
      let more = 0;
      for (const folder of [here, ...own]) {
        const found = yamlFiles(folder, MOST_FILES);
        more += found.more;
        for (const each of found.names) {
          const full = path.join(folder, each);
          // With its folder before it no name is taken for a token.
          const place = folder === here ? `.${path.sep}${each}` : full;
          const name = folder === here ? each : full;
          const text = readText(full);
          if (text.ok && !MAY_BE_SCENARIO.test(text.value)) continue;
          const read = text.ok
            ? await checked(name, text.value, [])
            : { ok: false as const, problems: [`it ${text.error.message}`] };
          files.push(
            read.ok
              ? { name, place, scenario: read.scenario }
              : { name, place, problem: read.problems[0] ?? 'it cannot be read' },
          );
        }
      }
      return { files, more };
    },
    save: async (scenario, place, replace) => {
      const [{ scenarioText }, { saveText }] = await Promise.all([
        import('../load/thorough.ts'),
        import('../node/save-text.ts'),
      ]);
      const file = placeOf(place);
      const text = scenarioText(scenario, schemaFrom(file));
      return saveText(file, text, { replace, writer });
    },
    saveText: async (text, place, replace) => {
      const { saveText } = await import('../node/save-text.ts');
      return saveText(placeOf(place), text, { replace, writer });
    },
    tokenOf: async (scenario) => {
      const { tokenOf } = await import('../load/thorough.ts');
      return tokenOf(scenario, agreement);
    },
    keep: async (session) => {
      if (sessionFolder === null)
        return { message: 'the session has no folder to be kept in', hint: 'set XDG_STATE_HOME' };
      if (store === null) {
        const { SessionStore: Store } = await import('../node/session.ts');
        const id = `${Date.now().toString(36)}-${process.pid}`;
        // Two first calls may both have waited for the import.
        store ??= new Store({
          folder: sessionFolder,
          id,
          writer,
          now: () => new Date().toISOString(),
        });
      }
      return store.save({ ...session, folder: holding.home });
    },
    keepApart: () => {
      store = null;
    },
    sessions: async () => {
      if (sessionFolder === null) return { sessions: [], notices: [] };
      const { findSessions, withoutRepeats } = await import('../node/session.ts');
      const { sessions, notices } = await findSessions(sessionFolder);
      const own = sessions.filter(({ session }) => isKeptOf(holding, session));
      return { sessions: withoutRepeats(own), notices };
    },
    kept: async () => {
      if (sessionFolder === null) return { work: null, exercise: null, task: null, notices: [] };
      const { newestWork } = await import('../node/session.ts');
      return newestWork(sessionFolder, (session) => isKeptOf(holding, session));
    },
    fitting: async (session) => {
      const { checkedSession } = await import('../load/kept-session.ts');
      const { scenarioOf } = await import('../load/thorough.ts');
      const kept: Check = (scenario, more) => {
        const shaped = scenarioOf(scenario);
        return shaped.ok ? check(shaped.scenario, more) : shaped;
      };
      return checkedSession(kept, holding, session);
    },
  };
}

/**
 * The folder for what is to outlast the program: `$XDG_STATE_HOME/phasegate`, else `~/.local/state/phasegate` (XDG Base
 * Directory Specification 0.8, which has relative paths ignored); null without a home.
 */
export function stateFolderOf(
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string | null {
  const given = env['XDG_STATE_HOME'];
  if (given !== undefined && path.isAbsolute(given)) return path.join(given, 'phasegate');
  return path.isAbsolute(home) ? path.join(home, '.local', 'state', 'phasegate') : null;
}

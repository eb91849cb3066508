import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { ContentData } from '../load/library.ts';
import { show } from '../load/show.ts';
import { listAgreements } from '../node/list-agreements.ts';
import { readInput } from '../node/read-input.ts';
import { readText } from '../node/read-text.ts';
import { VARIABLE } from './agreements.ts';
import { stateFolderOf } from './laboratory.ts';
import { packageFolderOf, processContext } from './process-context.ts';
import { programTyped } from './program-typed.ts';
import { processTerminal, quietOnClosedPipe } from './process-terminal.ts';
import { run } from './run.ts';
import { configFileOf } from './user-preferences.ts';

/** Reads a JSON file that the build has put beside the program; null where it is not there. */
function built<T>(name: string): T | null {
  const text = readText(fileURLToPath(new URL(name, import.meta.url)));
  return text.ok ? (JSON.parse(text.value) as T) : null;
}

quietOnClosedPipe();
const packageFolder = packageFolderOf(import.meta.url);
// npm runs a package's scripts in the package's folder; INIT_CWD is where the user stands.
const userFolder = process.env['INIT_CWD'] ?? process.cwd();
const version = built<{ version: string }>('../package.json')?.version ?? 'unknown';
const context = processContext(
  () => listAgreements(packageFolder, 'machines'),
  built<ContentData>('./content.json'),
  processTerminal(),
  {
    packageFolder,
    userFolder,
    program: programTyped(process.argv[1] ?? '', process.env, userFolder),
    agreement: process.env[VARIABLE],
    home: homedir(),
    stateFolder: stateFolderOf(process.env, homedir()),
    configFile: configFileOf(process.env, homedir()),
    readInput: () => readInput(process.stdin),
  },
  async (holding, options) => {
    // With DEV=true Ink looks for React's developer tools and for its package.json, and neither is installed.
    delete process.env['DEV'];
    const { openTerminal } = await import('../tui/start.ts');
    return openTerminal(holding, options);
  },
);
try {
  process.exitCode = await run(process.argv.slice(2), context, version);
} catch (error) {
  // A bug of ours, or a disk that is full: one line and a code of its own (EX_SOFTWARE of sysexits.h).
  const message = error instanceof Error ? error.message : String(error);
  const trace =
    process.env['PHASEGATE_TRACE'] !== undefined && error instanceof Error
      ? `\n${error.stack ?? ''}`
      : '';
  process.stderr.write(
    `phasegate: stopped by an error of its own: ${show(message)}\n  PHASEGATE_TRACE=1 shows where${trace}\n`,
  );
  process.exitCode = 70;
}

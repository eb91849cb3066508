import { Option } from 'commander';

/** How a command says which exit code it ends with. */
export type Finish = (code: number) => void;

/** Gathers an option that may be repeated. */
export function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

export function json(): Option {
  return new Option('--json', 'print one JSON object instead of text');
}

/** @param added what the command adds, where that is not what the cited claims say */
export function verbose(added = 'add what the cited claims say'): Option {
  return new Option('--verbose', added);
}

/** Which agreement a command is about; every command takes it, before its name and behind it. */
export function agreement(): Option {
  return new Option(
    '-A, --agreement <folder|id>',
    'the folder of an agreement, or the id of one that ships (default: PHASEGATE_AGREEMENT, else the one in whose folder you stand, else the first that ships)',
  );
}

export function ascii(): Option {
  return new Option(
    '--ascii',
    'draw the UI with ASCII characters only (LC_ALL, LC_CTYPE or LANG of C or POSIX does the same)',
  );
}

export function noColor(): Option {
  return new Option('--no-color', 'draw the UI without colours (NO_COLOR does the same)');
}

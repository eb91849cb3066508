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

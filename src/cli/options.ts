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

export function verbose(): Option {
  return new Option('--verbose', 'add what the cited claims say');
}

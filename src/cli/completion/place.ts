import type { Command, Option } from 'commander';

/** What an option or an argument takes, as the help names it. */
export interface Slot {
  /** Between its brackets: `gate`, `id|file[@step|day]`, `party,...`. */
  readonly takes: string;
  readonly command: string;
  /** The option's name; null where it is an argument of the command. */
  readonly option: string | null;
  readonly said: string;
}

/** Where in a command line the word stands that is being typed. */
export interface Place {
  readonly command: Command;
  /** What the word may be: a command's name, an option's, or a value. */
  readonly wanted: 'command' | 'option' | Slot | null;
  /** What of the word is there before the value: `--scenario=`. */
  readonly before: string;
  readonly typed: string;
  /** The options given before it, by name, with their values. */
  readonly given: ReadonlyMap<string, readonly string[]>;
  /** The arguments given before it. */
  readonly args: readonly string[];
}

/**
 * Where the last of some words stands, as commander would take them: whatever is no option's value, no option and no
 * command is an argument.
 *
 * @param words those behind the program's name; the last is being typed, and may be empty
 */
export function placeAt(program: Command, words: readonly string[]): Place {
  const typed = words.at(-1) ?? '';
  const given = new Map<string, string[]>();
  const args: string[] = [];
  let command = program;
  let open: Option | null = null;
  let onlyArguments = false;
  const give = (option: Option, value: string | null) => {
    const before = given.get(option.name()) ?? [];
    given.set(option.name(), value === null ? before : [...before, value]);
  };
  for (const word of words.slice(0, -1)) {
    if (open !== null) {
      give(open, word);
      open = null;
    } else if (!onlyArguments && word === '--') onlyArguments = true;
    else if (!onlyArguments && isOption(word)) {
      const [flag, value] = flagAndValue(word);
      const option = optionCalled([command, program], flag);
      if (option !== null) give(option, value);
      if (option !== null && value === null && takesValue(option)) open = option;
    } else {
      const named: Command | undefined =
        command === program && args.length === 0 ? commandCalled(program, word) : undefined;
      if (named === undefined) args.push(word);
      else command = named;
    }
  }
  const place = { command, given, args, before: '', typed };
  if (open !== null) return { ...place, wanted: slotOf(command, open) };
  if (!onlyArguments && isOption(typed)) {
    const [flag, value] = flagAndValue(typed);
    const option = optionCalled([command, program], flag);
    if (value === null || option === null) return { ...place, wanted: 'option' };
    return { ...place, before: `${flag}=`, typed: value, wanted: slotOf(command, option) };
  }
  if (command === program) return { ...place, wanted: args.length === 0 ? 'command' : null };
  return { ...place, wanted: argumentSlot(command, args.length) };
}

/** What a command's argument takes; null where it takes no more. */
export function argumentSlot(command: Command, index: number): Slot | null {
  const all = command.registeredArguments;
  const last = all.at(-1);
  const argument = all[index] ?? (last?.variadic === true ? last : undefined);
  if (argument === undefined) return null;
  return {
    takes: argument.name(),
    command: command.name(),
    option: null,
    said: argument.description,
  };
}

/** What an option takes; null where it takes nothing. */
export function slotOf(command: Command, option: Option): Slot | null {
  const takes = /[<[](.+)[>\]]$/.exec(option.flags)?.[1];
  if (takes === undefined) return null;
  return { takes, command: command.name(), option: option.name(), said: option.description };
}

function takesValue(option: Option): boolean {
  return option.required || option.optional;
}

function isOption(word: string): boolean {
  return word.startsWith('-') && word !== '-';
}

function flagAndValue(word: string): [flag: string, value: string | null] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1;
  return at < 0 ? [word, null] : [word.slice(0, at), word.slice(at + 1)];
}

function optionCalled(commands: readonly Command[], flag: string): Option | null {
  const all = commands.flatMap(({ options }) => options);
  return all.find(({ short, long }) => short === flag || long === flag) ?? null;
}

function commandCalled(program: Command, name: string): Command | undefined {
  return program.commands.find((each) => each.name() === name);
}

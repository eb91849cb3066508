import { isRepeatable } from '../take-once.ts';
import type { Command } from 'commander';
import { argumentSlot, type Place, placeAt } from './place.ts';
import { kindsOf, type Known, type OnDisk, type Value, valuesFor } from './values.ts';

/** What the shell is to offer for a word. */
export interface Completion {
  readonly values: readonly Value[];
  /** What the shell is to offer besides. */
  readonly onDisk: OnDisk | null;
}

const NOTHING: Completion = { values: [], onDisk: null };

/** Behind these there is more to a value: of `region=stage`, the region comes first. */
const JOINTS = /[=:@]/;

/**
 * What the last of some words can be.
 *
 * @param words those behind the program's name; the last is being typed, and may be empty
 * @param look how the agreement at hand is looked up, by what `-A` names
 */
export async function complete(
  program: Command,
  words: readonly string[],
  look: (asked: string | undefined) => Pick<Known, 'holding' | 'shipped'>,
): Promise<Completion> {
  const place = placeAt(program, words);
  const { wanted, typed, before, command, given } = place;
  const commands = commandsOf(program);
  if (wanted === null) return NOTHING;
  if (wanted === 'command') return { ...NOTHING, values: startingWith(typed, commands) };
  if (wanted === 'option') return { ...NOTHING, values: startingWith(typed, optionsOf(place)) };
  const scenario = scenarioIn(command, place);
  const asked = look(given.get('agreement')?.at(-1));
  const { values, onDisk } = await valuesFor({ slot: wanted, scenario, commands, ...asked });
  const isList = wanted.takes.endsWith(',...');
  const cut = isList ? typed.lastIndexOf(',') + 1 : 0;
  const [listed, last] = [typed.slice(0, cut), typed.slice(cut)];
  const fitting = startingWith(last, withoutThose(listed, values));
  const shown = upToJoint(last, fitting).map(({ value, said }) => ({
    value: `${before}${listed}${value}`,
    said,
  }));
  return { values: shown, onDisk: listed === '' && before === '' ? onDisk : null };
}

function commandsOf(program: Command): Value[] {
  return program
    .createHelp()
    .visibleCommands(program)
    .map((command) => ({ value: command.name(), said: command.summary() }));
}

/** The options of a command that can still be given. */
function optionsOf({ command, given }: Place): Value[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .filter((option) => isRepeatable(option) || !given.has(option.name()))
    .map((option) => ({ value: option.long ?? option.flags, said: option.description }));
}

/** The scenario that the words before name, as an option or as the first argument. */
function scenarioIn(command: Command, { given, args }: Place): string | null {
  const first = argumentSlot(command, 0);
  const isScenario = first !== null && (kindsOf(first) ?? []).includes('scenario');
  const named = given.get('scenario') ?? given.get('from') ?? (isScenario ? args : []);
  return named[0] ?? null;
}

/** What may follow in a list: what is not in it yet. Behind `question=choice,` there are more choices of the question. */
function withoutThose(listed: string, values: readonly Value[]): readonly Value[] {
  const head = /^[^,]*=/.exec(listed)?.[0] ?? '';
  const there = listed.slice(head.length).split(',');
  return values
    .filter(({ value }) => value.startsWith(head))
    .map(({ value, said }) => ({ value: value.slice(head.length), said }))
    .filter(({ value }) => !there.includes(value));
}

function startingWith(typed: string, values: readonly Value[]): readonly Value[] {
  return values.filter(({ value }) => value.startsWith(typed));
}

/**
 * Values as far as their next joint, each once: all regions first, and then the stages of one. Where a region is a value
 * by itself, it alone is there until somebody types the joint: else the shell could not tell that the word is whole.
 */
function upToJoint(typed: string, values: readonly Value[]): readonly Value[] {
  const whole = new Set(values.map(({ value }) => value));
  const heads = new Map<string, Value>();
  for (const { value, said } of values) {
    const at = value.slice(typed.length).search(JOINTS);
    const head = at < 0 ? value : value.slice(0, typed.length + at + 1);
    const isWhole = at >= 0 && whole.has(head.slice(0, -1));
    if (!isWhole && !heads.has(head)) heads.set(head, { value: head, said: at < 0 ? said : '' });
  }
  return [...heads.values()];
}

import type { Command, Option } from 'commander';
import { quote } from '../load/show.ts';
import { UsageError } from './usage-error.ts';

const single = new WeakSet<Option>();

/** Whether an option may be repeated: it gathers what it is given. */
export function isRepeatable(option: Option): boolean {
  return option.parseArg !== undefined && !single.has(option);
}

/**
 * Refuses an option that takes one value and is given two: which of them was meant cannot be told. One that is to be
 * repeated gathers its values by itself.
 */
export function takeOnce(command: Command): void {
  for (const option of command.options) {
    const takesOne = option.required && !option.variadic && option.parseArg === undefined;
    if (!takesOne) continue;
    single.add(option);
    let given: string | null = null;
    option.argParser((value: string): string => {
      if (given !== null && given !== value)
        throw new UsageError(
          'at-odds',
          `${option.long ?? option.flags} is given twice: ${quote(given)} and ${quote(value)}`,
          'name one of them',
        );
      given = value;
      return value;
    });
  }
}

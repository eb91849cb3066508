import type { Command } from 'commander';
import { ENVIRONMENT } from './environment.ts';
import { examplesIn } from './examples.ts';
import { helpOf } from './help-of.ts';

/**
 * The manual page of the program, in roff for man(7): all commands, from the same descriptions as their `--help`.
 */
export function manPage(program: Command): string {
  const help = program.createHelp();
  const [first = '', ...rest] = program.description().split('\n');
  return [
    `.TH PHASEGATE 1 "" "phasegate ${roff(program.version() ?? '')}" "User Commands"`,
    '.SH NAME',
    'phasegate \\- step through a phased agreement, and ask what is unmet by whose account',
    '.SH SYNOPSIS',
    '.B phasegate',
    roff('[options] [command]'),
    '.SH DESCRIPTION',
    ...paragraphs([first, ...rest].join('\n')),
    '.SH OPTIONS',
    ...optionsOf(program),
    '.SH COMMANDS',
    ...help.visibleCommands(program).flatMap((command) => commandSection(command)),
    '.SH ENVIRONMENT',
    ...ENVIRONMENT.flatMap(([variable, meaning]) => entry(variable, meaning)),
    '.SH EXIT STATUS',
    ...paragraphs(
      'Where a question has a yes and a no, 0 for yes and 1 for no; each command says which is which. 2 is an error that the user can mend.',
    ),
    '.SH EXAMPLES',
    ...exampleLines(program),
    '',
  ].join('\n');
}

function commandSection(command: Command): string[] {
  const examples = exampleLines(command);
  return [
    `.SS "${roff(`${command.name()} ${command.usage()}`)}"`,
    ...paragraphs(command.description()),
    ...command.registeredArguments.flatMap((argument) =>
      entry(argument.name(), argument.description),
    ),
    ...optionsOf(command),
    ...(examples.length === 0 ? [] : ['.PP', roff('For example:'), ...examples]),
  ];
}

function optionsOf(command: Command): string[] {
  const help = command.createHelp();
  return help
    .visibleOptions(command)
    .flatMap((option) => entry(help.optionTerm(option), help.optionDescription(option)));
}

function entry(term: string, said: string): string[] {
  return ['.TP', `.B ${roff(term)}`, roff(said)];
}

function paragraphs(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) => (index === 0 ? [roff(line)] : ['.PP', roff(line)]));
}

function exampleLines(command: Command): string[] {
  const lines = examplesIn(helpOf(command));
  return lines.length === 0 ? [] : ['.nf', ...lines.map((line) => `    ${roff(line)}`), '.fi'];
}

/** Text that roff prints as it is: no line of it a request, and its hyphens those of the keyboard. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('`', '\\`')
    .replaceAll('"', '\\(dq')
    .replace(/^(?=[.'])/, '\\&');
}

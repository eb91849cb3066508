/** What the program looks for in its environment, in the order in which it is told. */
export const ENVIRONMENT: readonly (readonly [variable: string, meaning: string])[] = [
  ['INK_SCREEN_READER=true', 'for a screen reader: one pane at a time, words in place of signs'],
  ['NO_COLOR=1', 'no colours'],
  ['LC_ALL=C', 'ASCII characters only'],
  ['PHASEGATE_MOUSE=0', 'leave the mouse to the terminal'],
  ['PHASEGATE_AGREEMENT', 'the agreement, where no -A names one'],
];

/** The same as a part of what `--help` prints. */
export function environmentText(): string {
  const widest = Math.max(...ENVIRONMENT.map(([variable]) => variable.length));
  const rows = ENVIRONMENT.map(([variable, meaning]) => `  ${variable.padEnd(widest)}  ${meaning}`);
  return ['Environment:', ...rows].join('\n');
}

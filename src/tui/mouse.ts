/** What is done with the mouse, at a column and a row of the screen, both from 0. */
export interface MouseEvent {
  readonly does: 'click' | 'wheelUp' | 'wheelDown';
  readonly column: number;
  readonly row: number;
}

/** Presses and the wheel are told (XTerm's mode 1000), with places of any size (mode 1006). */
export const MOUSE_ON = '\x1b[?1000h\x1b[?1006h';
export const MOUSE_OFF = '\x1b[?1006l\x1b[?1000l';

// oxlint-disable-next-line no-control-regex
const REPORT = /^\x1b\[<(\d+);(\d+);(\d+)([Mm])$/;

/** Shift, Meta and Control, which change nothing here. */
const MODIFIERS = 4 | 8 | 16;
const DOES: Readonly<Record<number, MouseEvent['does']>> = {
  0: 'click',
  64: 'wheelUp',
  65: 'wheelDown',
};

/** Whether a sequence tells of the mouse, be it of something that does nothing here. */
export function isMouseReport(sequence: string): boolean {
  return REPORT.test(sequence);
}

/** What was done with the mouse, where a key stands for that; null for a key that was pressed, and for the rest of a click. */
export function mouseOf(key: string): MouseEvent | null {
  const [, button, column, row, end] = REPORT.exec(key) ?? [];
  if (button === undefined || end === 'm') return null;
  const does = DOES[Number(button) & ~MODIFIERS];
  return does === undefined ? null : { does, column: Number(column) - 1, row: Number(row) - 1 };
}

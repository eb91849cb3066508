import { KEY_GROUPS, KEYMAP, type Binding, keyName } from '../keymap.ts';
import { type Line, text, width } from '../line.ts';
import { GLOSSARY } from '../model/glossary.ts';
import type { Session } from '../session.ts';
import type { Mode, Pane } from '../state.ts';
import { block, heading, page, type Page, paragraph } from './page.ts';

const ABOUT_PANE: Readonly<Record<Pane, string>> = {
  provisions:
    'The provisions, where each stands in the run on show, its implementation level, and whether that is sourced, derived or assumed. What the step changed is marked, and so is what is reported otherwise. Enter opens the chosen one.',
  step: 'The step that was played last: what it was, by whose account, what each reading makes of it, and what it changed in the run on show.',
  gate: 'One gate under every reading: the verdicts, the conditions with a mark for each reading, and for each closed one what would open it and who could bring that about. It follows the steps until you choose a gate.',
  sources:
    'The claims behind the step, the gate on the board and the chosen provision, in the words of the record: who says it, in which source, and what disputes it.',
};

const ABOUT_MODE: Readonly<Record<Exclude<Mode, 'panes' | 'help'>, string>> = {
  scenarios: 'The scenarios of this agreement. Type to filter them.',
  gates: 'Every gate under every reading, as of the step that was played last.',
  provision:
    'One provision in full: its stages, where every run has it, what can move it, and who asks for it.',
  date: 'The day to go to. The last step that lies on or before it for certain becomes the step on show.',
  glossary: 'The words that the screen uses.',
};

/** The keys that work where help was asked for, and what is on screen there. */
export function helpPage(session: Session, about: Mode, focus: Pane, columns: number): Page {
  const lines: Line[] = [];
  if (about === 'panes') {
    lines.push(
      ...paragraph(
        'Step through what the sources report. Each party has a reading of its own of what must come first; every step is played under each of them, and the screen shows where they part.',
        columns,
      ),
      [],
      heading('The pane in focus'),
      ...paragraph(ABOUT_PANE[focus], columns),
    );
  } else if (about !== 'help') lines.push(...paragraph(ABOUT_MODE[about], columns));
  const here = KEYMAP.filter((entry) => entry.modes.includes(about));
  for (const group of KEY_GROUPS) {
    const bindings = here.filter((entry) => entry.group === group);
    if (bindings.length > 0)
      lines.push(
        [],
        heading(group),
        ...bindings.flatMap((entry) => keyLines(session, entry, columns)),
      );
  }
  return page(lines);
}

function keyLines(session: Session, binding: Binding, columns: number): Line[] {
  const signs = !session.theme.screenReader && session.theme.glyphs.arrow === '→';
  const keys = binding.keys.map((key) => keyName(key, signs)).join(' ');
  const column = 16;
  const padding = ' '.repeat(Math.max(1, column - width(keys)));
  return block([text(keys, 'title'), text(padding), text(binding.help)], columns, 2, column);
}

/** The words that the screen uses, explained. */
export function glossaryPage(columns: number): Page {
  return page(
    GLOSSARY.flatMap(([word, meaning], index) => [
      ...(index === 0 ? [] : [[]]),
      ...paragraph(word, columns, 0, 'title'),
      ...paragraph(meaning, columns, 2),
    ]),
  );
}

import { KEY_GROUPS, KEYMAP, type Binding, keyName } from '../keymap.ts';
import { type Line, text, width } from '../../draw/line.ts';
import { GLOSSARY } from '../../explain/glossary.ts';
import type { Session } from '../session.ts';
import type { Mode, Pane } from '../state.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import { heading, page, type Page } from './page.ts';

const ABOUT_PANE: Readonly<Record<Pane, string>> = {
  provisions:
    'The provisions, where each stands in the run on show, its implementation level, and whether that is sourced, derived or assumed. What the step changed is marked, and so is what is reported otherwise. Enter opens the chosen one.',
  step: 'The step that was played last: what it was, by whose account, what each reading makes of it, and what it changed in the run on show.',
  gate: "One gate: how it stands over the parties, what the model itself requires first, then each party with what it holds and its conditions, and what is said to stand in the way. Terms as reported are apart: they are no party's. It follows the steps until you choose a gate.",
  sources:
    'The claims behind the step, the gate on the board and the chosen provision, in the words of the record: who says it, in which source, and what disputes it.',
};

const ABOUT_MODE: Readonly<Record<Exclude<Mode, 'panes' | 'help'>, string>> = {
  scenarios: 'The scenarios of this agreement. Type to filter them.',
  gates: 'Every gate under every reading, as of the step that was played last.',
  front:
    "What is in question, each party's answer with what it rests on, and every gate under every reading: where the steps lead, or after the step on show. Every key of the screen below works here too; what you ask is asked of what stands here.",
  provision:
    'One provision in full: its stages, where every run has it, what can move it, and who asks for it.',
  date: 'As of which day to look, and by which day it must have been published: 2026-01-24, known 2025-12-31, or 2026-01-24 known 2025-12-31. A step that may or may not have happened by then leaves what it moves unknown. Nothing typed takes the date away, and so does Esc over the panes.',
  glossary: 'The words that the screen uses.',
  events:
    'What could happen here, as the run on show has it. First what is possible and no stated position refuses, then what is not known, contested, refused or held, then what cannot happen, each with its reason. Only what nobody refuses is chosen beforehand. Taking one asks for its day and your reason, and lets it happen on a branch of your own; nothing else is changed. What cannot happen yet shows the steps that have to come first, to be taken with it. Type to narrow the list down.',
  history: 'Everything that you did to your branches. Taking a line goes back, or forward, to it.',
  branches:
    'Your branches, each under the scenario or branch that it departs from. What came with the agreement is never changed.',
  steps:
    'Every step with what the run on show makes of it: those inherited, those of its own, those played on. A step that is impossible names the step that made it so. Taking a line goes there. A step of your own can be given a day, a reason and a note, moved up and down, and struck out; one that is played on can be struck out. Nothing else is ever changed, and u undoes it.',
  against: 'What to compare the scenario on show with. What it departs from comes first.',
  difference:
    'Two scenarios side by side: where they part, which stages, verdicts and possible events differ, and in whose run.',
  question:
    'Answers from where the runs stand now. Plans and coalitions are exact: every reachable state was looked at.',
  citations:
    'The claims that the screen cites, each once, under what it is cited for; Tab goes on to the documents. Enter opens one.',
  citation:
    'What is said, by whom, in which document and how its day is known, what disputes it, and what it is cited for.',
  share: 'Command lines that give what is on screen, and the token that stands for a branch.',
  commands: 'Everything that can be done from the panes, with its key. Type to find it by name.',
  prompt: 'What you type is taken with Enter; Esc leaves everything as it was.',
  tasks:
    'What can be found by trying: each task asks for steps that lead somewhere. Taking one up goes where its steps begin; it then stays in the line above the keys.',
  task: 'The task that you took up, each thing that it asks for, and whether what is on show meets it. Whatever the clocks, all steps count.',
  exercise:
    'The questions that the scenario carries, each asked where its step has just been played, with the gate board beside it or behind Tab; how the reading in question stands is kept back there. A letter or the arrows choose, Enter answers; then you see what the model says, why, and the sources. At the end there is the score, which can be saved as a file with your name and the day. Nothing is sent. Esc leaves, the cursor goes back to where it was, and X goes on from here.',
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

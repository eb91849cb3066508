import type { ScenarioFile } from '../model/shapes/scenario.ts';
import type { Section } from '../explain/what-if-choices.ts';
import type { FilesAtHand } from '../node/laboratory.ts';
import type { FoundSession, FoundSessions } from '../node/session.ts';
import type { SavedSession } from '../model/saved-session.ts';
import type { Input } from './input.ts';
import type { Found } from '../answer/found.ts';
import type { Question } from '../lab/question.ts';
import type { BranchAction, Given } from '../answer/branch.ts';
import type { LabState } from '../lab/state.ts';

/** In the order of the number keys and of Tab. */
export const PANES = ['provisions', 'step', 'gate', 'sources'] as const;
export type Pane = (typeof PANES)[number];

/** A list whose rows one walks through, `selected` the chosen one (-1 for none), `top` the first line in view. */
interface Listing {
  readonly selected: number;
  readonly top: number;
}

/** A list that is narrowed down by typing. */
interface Filtered extends Listing {
  readonly filter: string;
}

/** What can be followed: the claims that the screen cites, and every document. */
export const CITATION_SECTIONS = ['cited', 'documents'] as const;
export type CitationSection = (typeof CITATION_SECTIONS)[number];

/** What stands for each branch in a command line: its token. */
export type Tokens = Readonly<Record<string, string>>;

/** What a prompt asks for. */
export const PROMPTS = [
  'filter',
  'find',
  'save',
  'overwrite',
  'open',
  'name',
  'day',
  'because',
  'note',
  'who',
  'result',
  'overwriteResult',
] as const;
export type PromptKind = (typeof PROMPTS)[number];

/** What a day, a reason or a note is asked for: something that is to happen, or a step that is there already. */
export type AskedFor =
  | {
      readonly kind: 'take';
      readonly action: BranchAction;
      /** The events that have to happen before it. */
      readonly before: readonly string[];
      readonly given: Given;
    }
  | { readonly kind: 'step'; readonly place: number };

/** What the tour is about: a condition that a party sets before a gate. */
export interface TourAim {
  readonly gate: string;
  readonly reading: string;
  readonly condition: string;
}

/** What lies over the panes. */
export type Overlay =
  | (Filtered & {
      readonly kind: 'scenarios';
      /** The user's files; null while they are being looked at. */
      readonly files: FilesAtHand | null;
    })
  | (Listing & { readonly kind: 'gates' })
  | { readonly kind: 'front'; readonly top: number }
  | { readonly kind: 'provision'; readonly top: number }
  | { readonly kind: 'date'; readonly input: Input; readonly problem: string | null }
  | { readonly kind: 'help'; readonly about: Mode; readonly top: number }
  | { readonly kind: 'glossary'; readonly top: number }
  | (Filtered & {
      readonly kind: 'events';
      readonly section: Section;
      /** Whether the chosen one is explained in full. */
      readonly isOpen: boolean;
    })
  | (Listing & { readonly kind: 'history' })
  | (Listing & {
      readonly kind: 'sessions';
      /** The work that was kept; null while it is being looked for. */
      readonly found: FoundSessions | null;
    })
  | (Listing & { readonly kind: 'branches' })
  | (Listing & { readonly kind: 'steps' })
  | (Filtered & { readonly kind: 'against'; readonly scenario: string })
  | {
      readonly kind: 'difference';
      readonly left: string;
      readonly right: string;
      /** Index of the step of the right one after which the two are compared; null at both their ends. */
      readonly at: number | null;
      readonly top: number;
    }
  | (Listing & {
      readonly kind: 'question';
      readonly question: Question;
      /** Null while it is being worked on. */
      readonly answer: Found | null;
    })
  | (Listing & {
      readonly kind: 'share';
      /** Null while they are made. */
      readonly tokens: Tokens | null;
    })
  | (Listing & {
      readonly kind: 'citations';
      readonly section: CitationSection;
      /** The claims that are listed; not there where it is all that the screen cites. */
      readonly only?: readonly string[];
    })
  | {
      readonly kind: 'citation';
      /** A claim's reference, or a document's id. */
      readonly id: string;
      readonly top: number;
    }
  | (Filtered & { readonly kind: 'commands' })
  | {
      readonly kind: 'prompt';
      readonly ask: PromptKind;
      /** The scenario that it is about. */
      readonly scenario: string;
      /** The file that is in the way, where it asks about one. */
      readonly place: string;
      readonly input: Input;
      readonly problem: string | null;
      readonly asked?: AskedFor;
      /** Whether what stands there was offered and not typed: the first letter typed takes its place. */
      readonly isSuggested?: boolean;
    }
  | (Listing & { readonly kind: 'tasks' })
  | {
      readonly kind: 'task';
      readonly top: number;
      /** The name to stand in the result, as it was typed last. */
      readonly who: string;
    }
  | (Listing & {
      readonly kind: 'exercise';
      readonly scenario: string;
      /** Where leaving it leads back to. */
      readonly back: Pick<State, 'position' | 'clocks' | 'tops' | 'gate' | 'focus' | 'zoomed'>;
      /** Whether the arrows move the gate board, and the board is on show where there is no room for both. */
      readonly isOnBoard: boolean;
      /** Index of the question that is asked. */
      readonly question: number;
      readonly stage: 'asked' | 'answered' | 'score';
      /** Choices taken up for the question, where several may be right. */
      /** Choices marked for the question at hand: none of them where that is marked, null where nothing is yet. */
      readonly picked: readonly string[] | null;
      /** What was answered so far, question by question. */
      readonly answers: readonly (readonly string[])[];
      /** The name to stand in the result, as it was typed last. */
      readonly who: string;
    });

export type ExerciseOverlay = Extract<Overlay, { kind: 'exercise' }>;
export type TaskOverlay = Extract<Overlay, { kind: 'task' }>;

/** What the keys are understood in: an overlay, or the panes. */
export type Mode = 'panes' | Overlay['kind'];

/** What the state asks of the program around it. The reducer does nothing itself. */
export type Request =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'redraw' }
  /** To listen to the mouse, or to leave it to the terminal. */
  | { readonly kind: 'mouse'; readonly isOn: boolean }
  | { readonly kind: 'work'; readonly question: Question }
  | {
      readonly kind: 'save';
      readonly scenario: ScenarioFile;
      /** The branch that it is of. */
      readonly branch: string;
      readonly place: string;
      readonly replaces: boolean;
    }
  | {
      /** An exercise that was gone through, or the task that was taken up as it is marked now, to be written to a file. */
      readonly kind: 'result';
      readonly of:
        | {
            readonly kind: 'exercise';
            readonly scenario: string;
            readonly answers: readonly (readonly string[])[];
          }
        | { readonly kind: 'task' };
      readonly who: string;
      readonly place: string;
      readonly replaces: boolean;
    }
  | { readonly kind: 'open'; readonly typed: string }
  /** To look at the user's scenario files. */
  | { readonly kind: 'files' }
  | { readonly kind: 'tokens'; readonly scenarios: ReadonlyMap<string, ScenarioFile> }
  | { readonly kind: 'copy'; readonly text: string }
  /** To look for all work that was kept. */
  | { readonly kind: 'sessions' }
  /** To go on with a session that was kept: in place of what is on show, or where nothing was done yet. */
  | { readonly kind: 'goOn'; readonly session: SavedSession; readonly replaces: boolean };

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** All that the UI knows beside the agreement: the only copy of it. */
export interface State extends LabState {
  readonly size: Size;
  /** The size at which windows were last where they are: a terminal that is too small for any shows none. */
  readonly readAt: Size;
  /** Where branches were saved last. */
  readonly places: ReadonlyMap<string, string>;
  /** The reading that the switch from `reported` goes back to. */
  readonly lastReading: string | null;
  /** The region chosen in the provisions. */
  readonly region: string;
  readonly focus: Pane;
  /** Whether the pane in focus has the screen to itself. */
  readonly zoomed: boolean;
  readonly tops: Readonly<Record<Pane, number>>;
  /** What the lines of a pane must have in them to be shown. */
  readonly filters: Readonly<Record<Pane, string>>;
  /** What was looked for last, and the line of what is on top that has it, until the next key; null where nothing was. */
  readonly find: {
    readonly words: string;
    readonly at: { readonly on: Mode | Pane; readonly line: number } | null;
  } | null;
  /** The exercise that was left, to be gone on with; null where none was. */
  readonly paused: ExerciseOverlay | null;
  /** Whether the exercise that was under way is over, or was begun again: then what was kept of it holds no more. */
  readonly isExerciseEnded: boolean;
  /** The last one is on top. */
  readonly overlays: readonly Overlay[];
  /** The tour that is on: what it is about, on which scenario, and whether the comparison was opened; null for none. */
  readonly tour: {
    readonly aim: TourAim | null;
    readonly scenario: string;
    /** The run that was on show before. */
    readonly run: string;
    readonly isCompared: boolean;
  } | null;
  /** A session that was kept before this one and can be gone on with; null where there is none. */
  readonly kept: FoundSession | null;
  /** What is said of files of kept sessions that could not be read. */
  readonly unreadable: readonly string[];
  /** Why the session could not be kept the last time; null where it was. */
  readonly unkept: string | null;
  /** What could not be saved last, and why; null where all was. */
  readonly unsaved: string | null;
  /** Said once, until the next key. */
  readonly notice: string | null;
  readonly request: Request | null;
  /** What was copied by the key before this one, by its place; null where that was nothing. */
  readonly copied: string | null;
  /** Whether the mouse is listened to; the terminal selects text with it where it is not. */
  readonly isMouseOn: boolean;
}

export function modeOf(state: State): Mode {
  return state.overlays.at(-1)?.kind ?? 'panes';
}

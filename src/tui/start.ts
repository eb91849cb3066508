import process from 'node:process';
import type { ReadStream, WriteStream } from 'node:tty';
import type { Agreement } from '../model/agreement.ts';
import type { PropertiesFile } from '../model/shapes/properties.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import type { Call } from '../load/command-line.ts';
import type { Laboratory } from '../node/laboratory.ts';
import type { SavedSession } from '../model/saved-session.ts';
import { frameOf } from './frame.ts';
import type { InkScreen } from './ink-screen.tsx';
import { makeKeyReader } from './key-reader.ts';
import { isKittyReply } from './kitty.ts';
import { AS_IT_COMES, type Preferences } from './preferences.ts';
import type { Question } from '../lab/question.ts';
import { exerciseUnderWay } from './lab/exercising.ts';
import { AFRESH, begin, type Message, reduce } from './reduce.ts';
import {
  brokenAtWords,
  keep,
  keptOf,
  openedFrom,
  partingWords,
  resumed,
  resultSaved,
  saved,
  filesOf,
  sessionsOf,
  tokensOf,
  goneOnWith,
} from './services.ts';
import { makeSession, type Session } from './session.ts';
import type { Request, Size, State } from './state.ts';
import { dieOfHangup, EXIT_CODES, hearSignals, saysGone } from './terminal-signals.ts';
import { makeTerminal } from './terminal.ts';
import { colourDepthOf, paletteOf } from '../draw/palette.ts';
import { makeTheme, paint } from '../draw/theme.ts';

/** What to show: an agreement, and its scenarios with the one to begin with. */
export interface Shown {
  readonly agreement: Agreement;
  readonly scenarios: ReadonlyMap<string, ScenarioFile>;
  /** The one to begin with where none is asked for; there is none to show where this is null. */
  readonly opens: string | null;
  readonly properties?: PropertiesFile | null;
  /** How the program is called again for it; as for the one that is looked at unasked where this is left out. */
  readonly call?: Call;
}

export interface ShownHow {
  /** The scenario to begin with; null for the default one. */
  readonly scenario: string | null;
  readonly ascii: boolean;
  readonly color: boolean;
  /** What to save to, to read from and to keep the session in; without it nothing is saved, opened or kept. */
  readonly laboratory?: Laboratory;
  /** The session to go on with, its branches checked; null for a new one. */
  readonly session?: SavedSession | null;
  /** What the user has set once for all sessions. */
  readonly preferences?: Preferences;
}

/** Where to show it: a terminal and its environment. */
export interface Place {
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Overrides, for one session, whether the mouse is listened to: `0` for no. */
const MOUSE_VARIABLE = 'PHASEGATE_MOUSE';
/** Leaving waits for what is being saved, but not for a disk that does not answer. */
const SAVING_MS = 5000;
/** A search lets keys through as often as this. */
const TURN_MS = 8;
/** What is done ahead waits until nobody has typed for as long as this. */
const QUIET_MS = 200;

/**
 * Runs the terminal UI until it is left.
 *
 * @param place the process's own terminal, when not told otherwise; both streams must be terminals, and TERM not
 *   `dumb`: whoever calls sees to that
 * @returns the exit code: 0, or 128 and the number of the signal that ended it
 * @throws what went wrong, once the terminal is as it was
 */
export async function openTerminal(
  { agreement, scenarios, opens, properties = null, call }: Shown,
  {
    scenario,
    ascii,
    color,
    laboratory,
    session: resumes = null,
    preferences = AS_IT_COMES,
  }: ShownHow,
  { stdin, stdout, env }: Place = process,
): Promise<number> {
  const screenReader = env['INK_SCREEN_READER'] === 'true';
  const { colours, tones } = preferences;
  const theme = makeTheme({
    ascii: ascii || (preferences.ascii ?? isAsciiLocale(env)),
    color: color && (env['NO_COLOR'] ?? '') === '' && colours !== 'none',
    screenReader,
    palette: paletteOf(colours, tones, colourDepthOf(env)),
  });
  const session = makeSession(agreement, theme, properties, call, {
    ...preferences,
    mouse: isMouseWanted(env[MOUSE_VARIABLE]) ?? preferences.mouse,
  });
  const first = await beginningOf(
    scenarios,
    scenario ?? opens ?? '',
    scenario === null,
    laboratory,
    resumes,
  );
  let state = begin(session, first.scenarios, first.scenario, sizeOf(stdout), first.beginning);
  const terminal = makeTerminal(stdin, stdout, screenReader);

  return new Promise<number>((resolve, reject) => {
    let isOver = false;
    let isGone = false;
    let isKeeping = false;
    let ending = () => resolve(0);
    /** The state before the last key and behind it, for a key that is taken back. */
    let lastKey: { readonly before: State; readonly after: State } | null = null;

    /** When nobody has typed for long enough for work ahead. */
    let quietFrom = 0;

    /** What is being saved: leaving waits for it. */
    const saving = new Set<Promise<unknown>>();
    const awaited = (promise: Promise<void>) => {
      saving.add(promise);
      void promise.finally(() => saving.delete(promise));
    };

    /** Settles once all is saved, or will not be soon; what fails because the terminal has gone fails by then. */
    const settled = async () => {
      // The session is kept behind the keys that are being dealt with.
      await Promise.resolve();
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise((done) => {
        timer = setTimeout(done, SAVING_MS);
      });
      await Promise.race([Promise.allSettled(saving), patience]);
      clearTimeout(timer);
      await new Promise((done) => setImmediate(done));
    };

    const over = (settle: () => void) => {
      if (isOver) return;
      isOver = true;
      ending = settle;
      reader.stop();
      stdin.off('data', onData).pause();
      stdout.off('resize', onResize);
      signals.ignore();
      terminal.leave();
      ink?.end();
      void settled().then(() => {
        stdin.off('end', onGone).off('error', onGone);
        stdout.off('error', onGone);
        signals.forget();
        if (isGone && stdin === process.stdin) dieOfHangup();
        if (!isGone)
          for (const words of partingWords(session, state))
            for (const line of brokenAtWords(`phasegate: ${words}`, sizeOf(stdout).columns))
              stdout.write(`${line}\n`);
        return ending();
      });
    };
    const exit = (code: number) => over(() => resolve(code));
    const fail = (error: unknown) => {
      if (saysGone(error)) return onGone();
      over(() => reject(error));
      // Thrown on the way out, it is still what went wrong.
      ending = () => reject(error);
    };
    const onGone = () => {
      isGone = true;
      exit(EXIT_CODES.SIGHUP);
    };

    /** Null until Ink is loaded: frames are painted as they are until then. */
    let ink: InkScreen | null = null;
    const draw = () => {
      if (isOver || !terminal.isOurs) return;
      if (ink !== null) ink.draw(state);
      else terminal.paint(paintedLines(session, state));
    };
    const take = (message: Message) => {
      const before = state;
      state = reduce(session, state, message);
      const isChanged =
        state.scenarios !== before.scenarios ||
        state.scenario !== before.scenario ||
        state.position !== before.position ||
        state.run !== before.run ||
        state.task !== before.task;
      // Kept at every step and not at the end: a closed terminal leaves no time for that.
      // Who only looks leaves nothing worth resuming, and must not hide an earlier session that is.
      const isWorthIt = state.branches.length > 0 || state.history.entries.length > 0;
      // An exercise or a task that was kept before is kept already.
      const hasGoneOn =
        message.kind !== 'found' && (isOtherExercise(before, state) || state.task !== before.task);
      if ((isChanged && isWorthIt) || hasGoneOn) keepSoon();
    };
    /** Keeps the session once the keys at hand are dealt with and their frame is drawn. */
    const keepSoon = () => {
      if (laboratory === undefined || isKeeping) return;
      isKeeping = true;
      queueMicrotask(() => {
        isKeeping = false;
        // That it could not be kept is no reason to stop: the screen says so, and the next step tries again.
        awaited(keep(laboratory, keptOf(agreement.id, state)).then(reply));
      });
    };
    const reply = (message: Message) => {
      // What comes when the screen is left is said behind it.
      take(message);
      draw();
    };
    const serve = (request: Request) => {
      switch (request.kind) {
        case 'redraw':
          return terminal.repaint();
        case 'mouse':
          return terminal.mouse(request.isOn);
        case 'suspend':
          return signals.suspend();
        case 'work':
          return void search(request.question).then(reply);
        case 'save':
          if (laboratory === undefined)
            return reply({
              kind: 'notSaved',
              branch: request.branch,
              place: request.place,
              problem: 'Nothing can be saved here.',
            });
          return awaited(saved(laboratory, request).then(reply));
        case 'result':
          return awaited(resultSaved(laboratory, session, state, request, new Date()).then(reply));
        case 'open':
          return void openedFrom(laboratory, request.typed).then(reply);
        case 'files':
          return void filesOf(laboratory).then(reply, fail);
        case 'sessions':
          return void sessionsOf(laboratory).then(reply, fail);
        case 'tokens':
          return void tokensOf(laboratory, request.scenarios).then(reply);
        case 'copy':
          return terminal.copy(request.text);
        case 'goOn':
          if (laboratory === undefined) return undefined;
          return void goneOnWith(laboratory, scenarios, request).then(reply);
        case 'exit':
          return exit(request.code);
      }
    };
    /** Searches in short turns, so that keys are heard meanwhile; whoever leaves the question stops it. */
    const search = async (question: Question): Promise<Message> => {
      const isAsked = () =>
        state.overlays.some((one) => one.kind === 'question' && one.question === question);
      try {
        const { finishInTurns, searched } = await import('../lab/searching.ts');
        let turnEnds = performance.now() + TURN_MS;
        const answer = await finishInTurns(searched(session, question), {
          shouldStop: () => isOver || !isAsked(),
          isTurnOver: () => performance.now() > turnEnds,
          pause: async () => {
            await new Promise((done) => setImmediate(done));
            turnEnds = performance.now() + TURN_MS;
          },
        });
        return { kind: 'answered', question, answer };
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return { kind: 'answered', question, answer: { kind: 'failed', message } };
      }
    };
    const onKeys = (keys: readonly string[], takesBack: boolean) => {
      quietFrom = performance.now() + QUIET_MS;
      // Only as long as nothing else has happened: then it would be taken back with it.
      if (takesBack && lastKey?.after === state) state = lastKey.before;
      for (const key of keys) {
        if (isKittyReply(key)) {
          terminal.tellPlaces();
          continue;
        }
        const before = state;
        take({ kind: 'key', key });
        lastKey = { before, after: state };
        const { request } = state;
        if (request !== null) serve(request);
        if (isOver) return;
      }
      draw();
    };
    const reader = makeKeyReader(onKeys);
    const onData = (chunk: string | Buffer) => reader.read(chunk.toString());
    const onResize = () => {
      take({ kind: 'resize', size: sizeOf(stdout) });
      draw();
    };
    const resume = () => {
      // The shell may have changed the terminal's modes, so all of them are set again.
      terminal.leave();
      terminal.enter();
      onResize();
      terminal.repaint();
    };

    terminal.mouse(state.isMouseOn);
    terminal.enter();
    const signals = hearSignals({ exit, fail, leave: terminal.leave, resume });
    stdin.setEncoding('utf8');
    stdin.on('data', onData).on('end', onGone).on('error', onGone);
    stdout.on('error', onGone);
    // Before Ink's own listener, which would draw the frame of the old size on the new screen.
    stdout.on('resize', onResize);
    draw();
    // Loaded behind the first frame: it takes longer than all the rest, and somebody is waiting for something to see.
    const goOnWithInk = async () => {
      const { openInk } = await import('./ink-screen.tsx');
      if (isOver) return;
      ink = openInk(session, state, { stdin, stdout: terminal.canvas });
      const { rehearse } = await import('./rehearsal.ts');
      rehearse(session, state, {
        isOver: () => isOver,
        quietFrom: () => quietFrom,
        now: () => performance.now(),
      });
      await ink.ended;
      exit(0);
    };
    goOnWithInk().catch(fail);
    // Looked for behind the first frame, which need not wait for it.
    if (laboratory !== undefined && resumes === null)
      void laboratory.kept().then((kept) => reply({ kind: 'found', ...kept }), fail);
  });
}

/** Where the UI begins: where a session left off, on a file of the user's as their branch, or on a scenario. */
async function beginningOf(
  scenarios: Shown['scenarios'],
  scenario: string,
  showsFront: boolean,
  laboratory: Laboratory | undefined,
  kept: SavedSession | null,
): Promise<ReturnType<typeof resumed>> {
  if (kept !== null) return resumed(scenarios, kept);
  const beginning = { ...AFRESH, showsFront };
  if (scenarios.has(scenario) || laboratory === undefined)
    return { scenarios, scenario, beginning };
  const opened = await laboratory.open(scenario);
  if (!opened.ok) throw new Error(opened.problems.join('; '));
  const own = opened.scenario;
  return {
    scenarios: new Map(scenarios).set(own.id, own),
    scenario: own.id,
    beginning: { ...beginning, branches: [own.id] },
  };
}

/** Whether an exercise has gone on, or has ended. */
function isOtherExercise(before: State, now: State): boolean {
  const [was, is] = [before, now].map((each) => JSON.stringify(exerciseUnderWay(each)));
  return was !== is;
}

/** Whether the environment has the mouse listened to; null where it says nothing of it. */
function isMouseWanted(said: string | undefined): boolean | null {
  return said === undefined || said === '' ? null : said !== '0';
}

/** Whether the locale that counts for characters is one that has ASCII alone. */
function isAsciiLocale(env: Place['env']): boolean {
  const [locale] = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].filter((each) => each);
  return locale === 'C' || locale === 'POSIX';
}

/** A frame's lines from top to bottom, as a terminal takes them. */
function paintedLines(session: Session, state: State): string[] {
  const { top, body, bottom } = frameOf(session, state);
  return [...top, ...body, ...bottom].map((spans) => paint(session.theme, spans));
}

/** A terminal that does not say how large it is gets what most have. */
function sizeOf(stdout: WriteStream): Size {
  return { columns: stdout.columns || 80, rows: stdout.rows || 24 };
}

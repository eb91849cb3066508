import { type Line, text } from '../../draw/line.ts';
import { blockLines } from '../../draw/lines.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import { inBrief, line as documentLine } from '../../explain/document.ts';
import { scenarioBlocks } from '../../explain/play-text.ts';
import { oneStepBlocks } from '../../explain/step-text.ts';
import { counted } from '../../explain/words.ts';
import { keySaid, namedKey } from '../bound-keys.ts';
import { hasKeySigns, keyName } from '../key-names.ts';
import { clocksText } from '../model/wording.ts';
import { type Scene, sceneOf, type Session, standingOfScene } from '../session.ts';
import type { State } from '../state.ts';
import { type Page, page } from '../views/page.ts';
import type { PaneScreen } from './screen.ts';

/** The step that was played last. */
export const STEP_PANE: PaneScreen = {
  name: 'Step',
  about:
    'The step that was played last: what happened, who says so, what each reading makes of it, and what it changed in the run on show.',
  view: stepPage,
};

/** From so many columns on a step is told with all its ids. */
const ROOMY = 90;

/** The step that was played last: what it was, what it moved, and what each reading makes of it. */
function stepPage(session: Session, state: State, columns: number): Page {
  const scene = sceneOf(session, state);
  const { moment, played, before } = scene;
  if (played === null || before === null) return page(opening(session, state, scene, columns));
  const telling = { moment, base: null, verbose: true, run: state.run };
  const told = { entry: played, standing: standingOfScene(scene), before };
  const blocks = oneStepBlocks(telling, told);
  const hint = played.step.claims.length > 0 && !session.theme.screenReader;
  return page([
    ...blockLines(session.theme, columns < ROOMY ? inBrief(blocks) : blocks, columns),
    ...(hint
      ? [
          [],
          ...paragraph(
            `${keySaid(session, 'focusSources', 's')} reads the claims in full.`,
            columns,
            0,
            'quiet',
          ),
        ]
      : []),
  ]);
}

/** Before the first step: what the scenario is, and what to do. */
function opening(
  session: Session,
  state: State,
  { story, places }: Scene,
  columns: number,
): Line[] {
  const { agreement, theme } = session;
  const signs = hasKeySigns(theme);
  const named = (id: string, comes: string) =>
    text(keyName(namedKey(session.preferences, id, comes), signs), 'title');
  const clocks = clocksText(state.clocks);
  const drawn = (said: string | null) => [
    ...blockLines(theme, documentLine(said ?? ''), columns),
    [],
  ];
  return [
    ...blockLines(theme, scenarioBlocks(story), columns),
    ...(clocks === '' ? [] : paragraph(`${counted(places.length, 'step')} ${clocks}.`, columns)),
    [],
    ...block(
      [
        text('Press '),
        named('forward', 'right'),
        text(' to play the first step, '),
        named('help', '?'),
        text(' for help, '),
        named('glossary', 'G'),
        text(' for the words used here.'),
      ],
      columns,
    ),
    [],
    ...paragraph(agreement.title, columns, 0, 'strong'),
    ...(agreement.question === null ? [] : drawn(agreement.question)),
    ...(agreement.summary === null ? [] : drawn(agreement.summary)),
  ];
}

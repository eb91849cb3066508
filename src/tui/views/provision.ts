import { published } from '../../model/moment.ts';
import { handsAfterOn } from '../../explain/hands-after.ts';
import { whyText } from '../../explain/why-text.ts';
import { controllersText, eventName } from '../../explain/words.ts';
import { type Line, text } from '../../draw/line.ts';
import { type ProvisionCard, provisionCard, type WayOn } from '../model/provision-card.ts';
import { runTitle } from '../model/wording.ts';
import { type Scene, sceneOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { blockLines, withoutHead } from '../../draw/lines.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import { heading, page, type Page } from './page.ts';
import { levelBar } from '../../draw/signs.ts';

/** One provision in full: its stages, what can move it, where every run has it and why, and who asks for it. */
export function provisionPage(session: Session, state: State, columns: number): Page {
  const scene = sceneOf(session, state);
  const card = provisionCard(session, scene, state.run, state.region);
  if (card === null) return page([]);
  const [, ...why] = withoutHead(whyText(scene.moment, card.why, { verbose: false }));
  return page([
    ...paragraph(card.region.title, columns, 0, 'strong'),
    ...paragraph(
      `${card.region.kind}, ${runTitle(session.agreement, state.run)}`,
      columns,
      0,
      'quiet',
    ),
    [],
    heading('Stages'),
    ...stageLines(session, card, columns),
    [],
    heading('What can move it from here', 'derived'),
    ...wayLines(session, scene, card, columns),
    [],
    heading('Where it stands, and what waits for it'),
    ...blockLines(session.theme, why, columns),
  ]);
}

function stageLines({ theme }: Session, card: ProvisionCard, columns: number): Line[] {
  const isOpen = card.possible.length > 1;
  return card.region.stages.flatMap((stage) => {
    const isHere = card.possible.includes(stage.id);
    const sign = isOpen ? theme.glyphs.unknown : theme.glyphs.here;
    const mark = theme.screenReader ? '' : `${isHere ? sign : ' '} `;
    const words = isOpen ? ', it may stand here' : ', it stands here';
    return block(
      [
        text(mark),
        text(`${levelBar(theme, stage.level)}  `),
        text(
          stage.title + (isHere && (theme.screenReader || isOpen) ? words : ''),
          isHere ? 'strong' : 'plain',
        ),
      ],
      columns,
      2,
      4,
    );
  });
}

function wayLines(session: Session, scene: Scene, card: ProvisionCard, columns: number): Line[] {
  if (card.waysOn.length === 0) return paragraph('Nothing in the model.', columns, 2, 'quiet');
  return card.waysOn.flatMap((way) => wayLine(session, scene, way, columns));
}

function wayLine(
  { agreement, theme }: Session,
  { moment }: Scene,
  { event, to }: WayOn,
  columns: number,
): Line[] {
  const who = controllersText(agreement, event.controllers, published(moment, event.takingPart));
  const assumed = event.assumed === null ? '' : `; assumed by the model itself: ${event.assumed}`;
  return block(
    [
      text(`${event.title} ${theme.glyphs.arrow} ${to}`),
      text(`  ${event.direction}; ${eventName(event)}; who can: ${who}${assumed}`, 'quiet'),
      ...handsAfterOn(moment, event.id).map((later) => text(` ${later}`, 'quiet')),
    ],
    columns,
    2,
    2,
  );
}

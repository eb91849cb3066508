import { citationsText } from '../../model/citation.ts';
import { cut, type Line, line, text, width } from '../line.ts';
import { type ProvisionCard, provisionCard, type Standing } from '../model/provision-card.ts';
import { controllersText, rangeText, runTitle } from '../model/wording.ts';
import { sceneOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { block, heading, page, type Page, paragraph } from './page.ts';
import { levelBar } from './signs.ts';

/** One provision in full: its stages, where every run has it and why, what can move it, and who asks for it. */
export function provisionPage(session: Session, state: State, columns: number): Page {
  const { agreement } = session;
  const card = provisionCard(session, sceneOf(session, state), state.run, state.region);
  if (card === null) return page([]);
  return page([
    ...paragraph(card.region.title, columns, 0, 'strong'),
    ...paragraph(`${card.region.kind}, ${runTitle(agreement, state.run)}`, columns, 0, 'quiet'),
    [],
    heading('Stages'),
    ...stageLines(session, card, columns),
    [],
    heading('Where each run has it'),
    ...card.standings.flatMap((standing) => standingLines(session, card, standing, columns)),
    [],
    heading('What can move it from here', 'derived'),
    ...wayLines(session, card, columns),
    [],
    heading('Who asks for it', 'derived'),
    ...(card.askedFor.length === 0 ? [line('  No gate asks for it.', 'quiet')] : []),
    ...card.askedFor.flatMap(({ by, gate, text: asked }) =>
      block([text(`${by}: `), text(asked), text(`, before "${gate}"`, 'quiet')], columns, 2, 2),
    ),
  ]);
}

function stageLines(session: Session, card: ProvisionCard, columns: number): Line[] {
  const { theme } = session;
  return card.region.stages.flatMap((stage) => {
    const isHere = stage.id === card.stage;
    const mark = theme.screenReader ? '' : `${isHere ? theme.glyphs.here : ' '} `;
    const here = isHere && theme.screenReader ? ', it stands here' : '';
    return block(
      [
        text(mark),
        text(`${levelBar(theme, stage.level)}  `),
        text(stage.title + here, isHere ? 'strong' : 'plain'),
      ],
      columns,
      2,
      4,
    );
  });
}

function standingLines(
  session: Session,
  card: ProvisionCard,
  standing: Standing,
  columns: number,
): Line[] {
  const { theme } = session;
  const widest = Math.min(24, Math.max(...card.standings.map(({ title }) => width(title))));
  const name = cut(standing.title, widest, theme.glyphs.ellipsis);
  const since =
    standing.step === null
      ? 'from the start'
      : `since "${standing.step}", ${rangeText(standing.since, theme.glyphs.dash)}`;
  const cited =
    standing.claims.length === 0 ? '' : `: ${citationsText(session.agreement, standing.claims)}`;
  return block(
    [
      text(`${name}${' '.repeat(widest - width(name) + 2)}`),
      text(standing.stage, 'strong'),
      text(`  ${since}; ${standing.basis}${cited}`, 'quiet'),
    ],
    columns,
    2,
    widest + 2,
  );
}

function wayLines(session: Session, card: ProvisionCard, columns: number): Line[] {
  const { agreement, theme } = session;
  if (card.waysOn.length === 0)
    return paragraph(
      card.stage === 'unknown' ? 'It is not known where it stands.' : 'Nothing in the model.',
      columns,
      2,
      'quiet',
    );
  return card.waysOn.flatMap((way) => {
    const gate = way.gate === null ? '' : `; behind the gate "${way.gate}"`;
    return block(
      [
        text(`${way.title} ${theme.glyphs.arrow} ${way.to}`),
        text(
          `  ${way.direction}; who can: ${controllersText(agreement, way.controllers, way.claims)}${gate}`,
          'quiet',
        ),
      ],
      columns,
      2,
      2,
    );
  });
}

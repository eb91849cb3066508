import { dutiesOn } from '../../answer/duties-on.ts';
import { line } from '../../explain/document.ts';
import { dutyLine } from '../../explain/duty-line.ts';
import { happenedTexts } from '../../explain/happened-text.ts';
import { endingText } from '../../explain/ending-text.ts';
import { conditionTitle, readingTitle, regionTitle, stageTitle } from '../../model/agreement.ts';
import { citationText, citationsText } from '../../model/citation.ts';
import type { ConditionStatus } from '../../model/condition-status.ts';
import type { PartyStanding, Standing, StatementStanding } from '../../model/standing.ts';
import { assertedAs, stageText } from '../../explain/fact-text.ts';
import { nothingPublishedText } from '../../explain/moment-text.ts';
import { overallText } from '../../explain/overall-text.ts';
import { isReported, sinceText } from '../../explain/position-text.ts';
import {
  capital,
  controllersText,
  HELD_WORDS,
  listed,
  restsOn,
  speakerText,
  STANCE_WORDS,
  truthWord,
} from '../../explain/words.ts';
import { type Line, text } from '../../draw/line.ts';
import { verdictWord } from '../model/step-card.ts';
import { boardOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { blockLines } from '../../draw/lines.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import { heading, page, type Page } from './page.ts';
import { conditionSign, verdictSign, verdictTone } from '../../draw/signs.ts';

/**
 * The gate board: how the gate stands over the parties, what the model requires first, what each party holds with its
 * conditions, what is said to stand in the way; and the terms as reported, which are no party's, apart.
 */
export function gatePage(session: Session, state: State, columns: number): Page {
  const standing = boardOf(session, state);
  if (standing === null) return page(paragraph('This agreement has no gates.', columns));
  const nothing = nothingPublishedText(standing.moment);
  const { parties, terms } = standing;
  return page([
    ...block([text(standing.event.title, 'strong'), text('  derived', 'quiet')], columns),
    ...(state.gate === null
      ? []
      : paragraph('Kept on the board; Esc lets it follow the steps again.', columns, 0, 'quiet')),
    ...(nothing === ''
      ? [
          ...overallLines(session, standing, columns),
          ...requirementLines(session, standing, columns),
          ...parties
            .filter(isReported)
            .flatMap((party) => partyLines(session, standing, party, columns)),
          ...silentLines(session, parties, columns),
          ...inTheWayLines(session, standing, columns),
          ...termsLines(session, standing, terms, columns),
          [],
          ...paragraph(
            'a says who could change what, and what everything rests on.',
            columns,
            0,
            'quiet',
          ),
        ]
      : paragraph(nothing, columns)),
  ]);
}

/** The verdict with whose it is, what the model assumes by having the event, and why it cannot happen, if so. */
function overallLines(session: Session, standing: Standing, columns: number): Line[] {
  const { event, verdict } = standing;
  const sign = verdictSign(session.theme, verdict);
  const said = overallText(standing);
  const word = said.slice(0, said.indexOf(':'));
  return [
    ...block(
      [
        sign,
        text(sign.text === '' ? '' : ' '),
        text(word.replace(/^\w+/, verdictWord(verdict)), verdictTone(verdict)),
        text(said.slice(word.length)),
      ],
      columns,
      0,
      2,
    ),
    ...(event.assumed === null
      ? []
      : paragraph(`Assumed by the model itself: ${event.assumed}`, columns)),
    ...happenedTexts(standing).flatMap((each) => paragraph(each, columns)),
    ...dutiesOn(standing).flatMap((duty) =>
      blockLines(session.theme, line(dutyLine(session.agreement, duty)), columns),
    ),
    ...paragraph(cannotHappen(standing), columns).filter((one) => one.some((span) => span.text)),
  ];
}

/** Why the event cannot happen from where things stand as reported; empty where it can, or has. */
export function cannotHappen({ moment, event, possible, taken }: Standing): string {
  if (possible.answer === true || taken === true) return '';
  const { agreement } = moment;
  const titles = (stages: readonly string[]) =>
    listed(
      stages.map((stage) => stageTitle(agreement, event.home, stage)),
      'or',
    );
  const how = possible.answer === null ? 'It is not known whether it can' : 'It cannot';
  return `${how} happen from here: ${regionTitle(agreement, event.home)} is ${titles(possible.stages)}, and it takes ${titles(possible.from)}.`;
}

function requirementLines(session: Session, standing: Standing, columns: number): Line[] {
  const { requirement, parties, moment } = standing;
  if (requirement === null) return [];
  const { truth, conditions } = requirement;
  const differing = parties.filter((party) => isReported(party) && party.requirement !== truth);
  return [
    ...block(
      [
        text("The model itself requires first (no party's position): ", 'strong'),
        text(truthWord(truth), truth === true ? 'good' : truth === false ? 'bad' : 'unsure'),
      ],
      columns,
      0,
      2,
    ),
    ...conditions.flatMap((status) => conditionLines(session, standing, status, columns)),
    ...differing.flatMap((party) =>
      paragraph(
        `Under ${readingTitle(moment.agreement, party.reading)} it is ${truthWord(party.requirement)}.`,
        columns,
        2,
      ),
    ),
  ];
}

/** What one party holds, how it stands under that, and its conditions. */
function partyLines(
  session: Session,
  standing: Standing,
  party: PartyStanding,
  columns: number,
): Line[] {
  const { agreement } = session;
  const { verdict, statements, conditions, unknownFacts, says } = party;
  const sign = verdictSign(session.theme, verdict);
  const deciding = unknownFacts.deciding.map((region) => regionTitle(agreement, region));
  return [
    ...block(
      [
        sign,
        text(sign.text === '' ? '' : ' '),
        text(capital(readingTitle(agreement, party.reading)), 'strong'),
        text(': '),
        text(
          verdict === 'unstated' ? STANCE_WORDS.unstated : verdictWord(verdict),
          verdictTone(verdict),
        ),
        text(inItsRun(standing, party), 'quiet'),
      ],
      columns,
      0,
      2,
    ),
    // What it objects to or backs has no conditions; those that it asks matter more than since when it does.
    ...statements
      .filter(({ statement }) => statement.stance !== 'asks')
      .flatMap((held) => statementLines(session, held, columns)),
    ...conditions.flatMap((status) => conditionLines(session, standing, status, columns)),
    ...statements
      .filter(({ statement }) => statement.stance === 'asks')
      .flatMap((held) => statementLines(session, held, columns)),
    ...party.ended.flatMap((ending) =>
      paragraph(`${capital(endingText(standing.moment, ending))}.`, columns, 2, 'quiet'),
    ),
    ...(deciding.length === 0
      ? []
      : paragraph(`Not known in its run, and it turns on that: ${listed(deciding)}.`, columns, 2)),
    ...(says.length === 0
      ? []
      : block(
          [
            text('Also said, without a position: ', 'quiet'),
            text(citationsText(agreement, says), 'quiet'),
          ],
          columns,
          2,
          2,
        )),
  ];
}

/** What is held, since when, and what says so. */
function statementLines({ agreement }: Session, held: StatementStanding, columns: number): Line[] {
  const { statement, isCertain, isWaived, claims } = held;
  const stance = HELD_WORDS[statement.stance][isCertain ? 'certain' : 'perhaps'];
  const rest = ` [${restsOn(agreement, claims, statement.basis)}]`;
  return block(
    [
      text(`${isWaived ? 'Waived: ' : ''}${stance}`),
      text(`${sinceText(agreement, held)}${rest}`, 'quiet'),
    ],
    columns,
    2,
    2,
  );
}

/** That the event can or cannot happen in the party's own run, where that is not as reported. */
function inItsRun(
  { possible, taken }: Standing,
  { possible: own, taken: ownTaken, verdict }: PartyStanding,
): string {
  if (own.answer === possible.answer || verdict === 'passed') return '';
  if (ownTaken !== true && own.answer === false) return '; it cannot happen in its run';
  return own.answer === true && taken === true ? '; it has not happened in its run' : '';
}

/** A condition with how it stands; where it is not met, where its region is now and who could change that. */
function conditionLines(
  session: Session,
  { moment }: Standing,
  { condition, status, isCertain, fact, controllers, disputedBy }: ConditionStatus,
  columns: number,
): Line[] {
  const { agreement } = moment;
  const { theme } = session;
  const isOpen = status === 'unmet' || status === 'unknown';
  const details = [
    ...(isCertain ? [] : ['may be asked by then']),
    ...(status === 'waived' ? ['waived'] : []),
    ...(isOpen
      ? [
          `now: ${assertedAs(fact)}${stageText(agreement, condition.region, fact)}`,
          `who can: ${controllersText(agreement, controllers)}`,
        ]
      : []),
    ...(disputedBy.length === 0
      ? []
      : [
          `where it stands is disputed by ${listed(disputedBy.map((id) => partyName(session, id)))}`,
        ]),
  ];
  return block(
    [
      conditionSign(theme, status),
      text(theme.screenReader ? ': ' : ' '),
      text(conditionTitle(agreement, condition)),
      text(details.length === 0 ? '' : `  ${details.join('; ')}`, 'quiet'),
    ],
    columns,
    2,
    2,
  );
}

function partyName({ agreement }: Session, id: string): string {
  return agreement.parties.get(id)?.title ?? id;
}

/** Those of whom nothing is reported, with the claims of theirs that bear on the event all the same. */
function silentLines(
  { agreement }: Session,
  parties: readonly PartyStanding[],
  columns: number,
): Line[] {
  const silent = parties.filter((party) => !isReported(party));
  if (silent.length === 0) return [];
  return block(
    [
      text(`${capital(STANCE_WORDS.unstated)}: `),
      ...silent.flatMap(({ reading, says }, index) => [
        text(`${index === 0 ? '' : '; '}${readingTitle(agreement, reading)}`),
        text(
          says.length === 0 ? '' : ` [on the matter: ${citationsText(agreement, says)}]`,
          'quiet',
        ),
      ]),
    ],
    columns,
    0,
    2,
  );
}

function inTheWayLines({ agreement }: Session, { inTheWay }: Standing, columns: number): Line[] {
  if (inTheWay.length === 0) return [];
  return [
    heading('Said to stand in the way, without being a condition'),
    ...inTheWay.flatMap((reference) => {
      const claim = agreement.claims.get(reference);
      if (claim === undefined) return [];
      return block(
        [
          text(`${speakerText(agreement, claim)}: ${claim.statement}`),
          text(` [${citationText(agreement, reference)}]`, 'quiet'),
        ],
        columns,
        2,
        2,
      );
    }),
  ];
}

/** Terms as reported: what they ask, and what they come to, which counts for nobody. */
function termsLines(
  session: Session,
  standing: Standing,
  terms: readonly PartyStanding[],
  columns: number,
): Line[] {
  const reported = terms.filter((each) => isReported(each) || each.says.length > 0);
  if (reported.length === 0) return [];
  return [
    [],
    ...paragraph("Terms as reported: no party's, and not counted", columns, 0, 'strong'),
    ...reported.flatMap((each) => partyLines(session, standing, each, columns)),
  ];
}

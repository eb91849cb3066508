import { type Agreement, conditionTitle, partyTitle } from '../../model/agreement.ts';
import { grouped } from '../../explain/grouped.ts';
import { NO_STATED_PARTY, perhapsWaited } from '../../explain/waits-text.ts';
import { actorOf } from '../../search/controllers.ts';
import type { Waiting, WaitsAnswer } from '../../search/waits.ts';
import { inLines, sizeOf, sizeOfAll } from './figure-text.ts';
import { type GraphLayout, laidOut } from './graph-layout.ts';

/** A party that waits or is waited for; or nobody, where no document says who could end a wait. */
export interface WaitingParty {
  readonly id: string;
  readonly lines: readonly string[];
  readonly isNobody: boolean;
  readonly isInCircle: boolean;
}

/** All that one party waits for from another. */
export interface WaitArrow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** What is waited for, each in lines. */
  readonly labels: readonly (readonly string[])[];
  readonly isInCircle: boolean;
  /** Whether at least one of the waits is certain. */
  readonly isCertain: boolean;
  readonly claims: readonly string[];
}

export interface WaitsFigure {
  readonly parties: readonly WaitingParty[];
  readonly arrows: readonly WaitArrow[];
  readonly layout: GraphLayout;
  /** Whether somebody waits in a circle. */
  readonly hasCircle: boolean;
}

/** What the figure is called. */
export const WAITS_TITLE = 'Who waits for whom';

/** What marks a circle of waits, and what that is said to be. */
const CIRCLE = '↻';
export const CIRCLE_SAID = `${CIRCLE} in a circle`;

/** No id of a party has a colon. */
const NOBODY = 'nobody:';
const LABEL_LETTERS = 26;
const PADDING = 12;

/** Who waits for whom as a graph; null where nobody waits. */
export function waitsFigure(agreement: Agreement, answer: WaitsAnswer): WaitsFigure | null {
  const circles = answer.cycles.map(({ parties }) => new Set(parties));
  const isCircle = (...parties: readonly string[]) =>
    circles.some((circle) => parties.every((id) => circle.has(actorOf(agreement, id))));
  const all = [
    ...answer.waits.map((wait) => ({ wait: wait as Waiting, to: wait.to })),
    ...answer.forNobody.map((wait) => ({ wait: wait as Waiting, to: NOBODY })),
  ];
  if (all.length === 0) return null;
  const arrows = grouped(all, ({ wait, to }) => `${wait.from} ${to}`).map((group): WaitArrow => {
    const [{ wait, to }] = group;
    const titles = group.map(({ wait: { condition, isCertain } }) => {
      const title = conditionTitle(agreement, condition);
      return isCertain ? title : perhapsWaited(title);
    });
    return {
      id: `${wait.from} ${to}`,
      from: wait.from,
      to,
      labels: [...new Set(titles)].map((title) => inLines(title, LABEL_LETTERS)),
      isInCircle: to !== NOBODY && isCircle(wait.from, to),
      isCertain: group.some(({ wait: { isCertain } }) => isCertain),
      claims: [...new Set(group.flatMap(({ wait: { claims } }) => claims))],
    };
  });
  const nameOf = (id: string) => {
    if (id === NOBODY) return NO_STATED_PARTY;
    return `${isCircle(id) ? `${CIRCLE} ` : ''}${partyTitle(agreement, id)}`;
  };
  const parties = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))].map(
    (id): WaitingParty => ({
      id,
      lines: inLines(nameOf(id), LABEL_LETTERS),
      isNobody: id === NOBODY,
      isInCircle: id !== NOBODY && isCircle(id),
    }),
  );
  const layout = laidOut(
    parties.map(({ id, lines }) => {
      const { width, height } = sizeOf(lines);
      return { id, width: Math.max(90, width + 2 * PADDING), height: height + 2 * PADDING };
    }),
    arrows.map(({ id, from, to, labels }) => ({ id, from, to, ...sizeOfAll(labels) })),
    'down',
  );
  return { parties, arrows, layout, hasCircle: parties.some(({ isInCircle }) => isInCircle) };
}

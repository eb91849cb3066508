import { type Agreement, conditionTitle, partyTitle } from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';
import type { HeldBack, Wait, WaitForNobody, Waiting, WaitsAnswer } from '../search/waits.ts';
import { setsInWords } from './condition-text.ts';
import { delegationWords } from './delegation-text.ts';
import { type Block, heading, line, type Phrase, phrased, rows, typed } from './document.ts';
import { controllersWords, eventTitle, listed, restsOnPhrase } from './words.ts';

/** What a circle of waits does not say. */
export const CIRCLES_ARE_NO_DEADLOCK = phrased`A circle joins waits that may be before different gates, so it need not be a deadlock: ${typed('`plan`', 'the shortest path')} shows whether a gate can be passed all the same.`;

/** Whom a party waits for where no document says who could end it. */
export const NO_STATED_PARTY = 'no stated party';

/** What may be waited for, and may not be. */
export function perhapsWaited(what: string): string {
  return `perhaps ${what}`;
}

/** Who waits for whom, and where that goes in a circle. */
export function waitsText({ agreement }: Moment, answer: WaitsAnswer): Block[] {
  const { waits, cycles, forNobody, ownHands, heldBack } = answer;
  const edges = (of: readonly Wait[]) =>
    rows(
      of.map((wait) => [
        `${partyTitle(agreement, wait.from)} -> ${partyTitle(agreement, wait.to)}`,
        phrased`${waitingSaid(agreement, wait)}${togetherText(agreement, wait)}${restPhrase(agreement, wait)}`,
      ]),
      { depth: 1 },
    );
  return [
    ...line(
      waits.length === 0
        ? 'Nobody waits for anybody.'
        : 'Who waits for whom (the first can help to bring the event about, but its own reading refuses it until the second has acted):',
    ),
    ...edges(waits),
    ...(cycles.length === 0
      ? line('Nobody waits in a circle.')
      : [
          ...cycles.flatMap(({ parties, waits: own }) => [
            heading(
              `In a circle: ${[...parties, parties[0] ?? ''].map((id) => partyTitle(agreement, id)).join(' -> ')}`,
            ),
            ...edges(own),
          ]),
          ...line(CIRCLES_ARE_NO_DEADLOCK),
        ]),
    ...(forNobody.length === 0 ? [] : [heading(`Waits that ${NO_STATED_PARTY} could end:`)]),
    ...rows(
      forNobody.map((wait) => [partyTitle(agreement, wait.from), forNobodyWords(agreement, wait)]),
      { depth: 1 },
    ),
    ...(ownHands.length === 0
      ? []
      : [heading('No wait, as the party can bring about by itself what it asks:')]),
    ...rows(
      ownHands.map((each) => [
        partyTitle(agreement, each.from),
        phrased`${askingSaid(agreement, each)}${restPhrase(agreement, each)}`,
      ]),
      { depth: 1 },
    ),
    ...(heldBack.length === 0
      ? []
      : [heading("Held back by what the model itself requires (no party's position):")]),
    ...rows(
      heldBack.map((held) => [beforeSaid(agreement, held), setsInWords(agreement, held.unmet)]),
      { depth: 1 },
    ),
    ...line(delegationWords(agreement)),
  ];
}

function beforeSaid(
  agreement: Agreement,
  { event, gate }: Pick<HeldBack, 'event' | 'gate'>,
): string {
  return `"${eventTitle(agreement, event)}" (${gate ?? event})`;
}

/** What is waited for and before what: `"Phase two begins" (phaseTwo) waits for wreck: raised (wreckRaised)`. */
function waitingSaid(agreement: Agreement, wait: Waiting): string {
  const { condition, isCertain } = wait;
  const verb = isCertain ? 'waits for' : 'may by then be waiting for';
  return `${beforeSaid(agreement, wait)} ${verb} ${conditionTitle(agreement, condition)} (${condition.id})`;
}

/** What a party asks for and before what: `asks before "Phase two begins" (phaseTwo) for wreck: raised (wreckRaised)`. */
function askingSaid(agreement: Agreement, asking: Waiting): string {
  const { condition, isCertain } = asking;
  const verb = isCertain ? 'asks' : 'may by then be asking';
  return `${verb} before ${beforeSaid(agreement, asking)} for ${conditionTitle(agreement, condition)} (${condition.id})`;
}

function restPhrase(agreement: Agreement, { claims, basis }: Waiting): Phrase {
  return restsOnPhrase(agreement, claims, basis);
}

function forNobodyWords(agreement: Agreement, wait: WaitForNobody): Phrase[] {
  const who =
    wait.takingPart.length === 0
      ? []
      : phrased`; ${controllersWords(agreement, null, wait.takingPart)}`;
  return phrased`${waitingSaid(agreement, wait)}${who}${restPhrase(agreement, wait)}`;
}

/** With whom the other would have to act, where it cannot by itself. */
export function togetherText(
  agreement: Agreement,
  { to, together }: Pick<Wait, 'to' | 'together'>,
): string {
  if (together.some((set) => set.length === 1)) return '';
  const sets = together.map((set) =>
    listed(set.filter((party) => party !== to).map((party) => partyTitle(agreement, party))),
  );
  return `, which takes ${partyTitle(agreement, to)} together with ${listed(sets, 'or')}`;
}

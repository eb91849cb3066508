import { type CitedClaim, readingTitle, regionTitle } from '../../model/agreement.ts';
import { published } from '../../model/moment.ts';
import type { Standing } from '../../model/standing.ts';
import { runState, type Scene, type Session } from '../session.ts';

/** Claims that stand behind one thing on screen. */
export interface ClaimGroup {
  readonly heading: string;
  readonly claims: readonly CitedClaim[];
}

/** The claims behind what is on screen: the step, the gate on the board, the chosen provision. */
export function claimGroups(
  { agreement }: Session,
  scene: Scene,
  shown: { board: Standing | null; run: string; region: string },
): ClaimGroup[] {
  const group = (heading: string, references: readonly string[]): ClaimGroup[] => {
    const claims = published(scene.moment, [...new Set(references)])
      .map((reference) => agreement.claims.get(reference))
      .filter((claim) => claim !== undefined)
      .map((claim) => ({ ...claim, disputedBy: published(scene.moment, claim.disputedBy) }));
    return claims.length > 0 ? [{ heading, claims }] : [];
  };
  const { board } = shown;
  const step = scene.played?.step ?? null;
  const denied = step?.void === null ? 'The step' : 'That it came to nothing';
  const ofStep =
    step === null
      ? []
      : [
          ...group('The step', step.claims),
          ...group('Bears on the step', step.bearing),
          ...group('That it came to nothing', step.void?.claims ?? []),
          ...step.disputedBy.flatMap(({ reading, claims }) =>
            group(`${denied} is denied by ${readingTitle(agreement, reading)}`, claims),
          ),
        ];
  const ofGate =
    board === null
      ? []
      : [
          ...group(
            'The gate: what the model requires',
            board.requirement?.conditions.flatMap(({ claims }) => claims) ?? [],
          ),
          ...[...board.parties, ...board.terms].flatMap(
            ({ reading, statements, conditions, says }) => {
              const whose = readingTitle(agreement, reading);
              const held = [...statements, ...conditions].flatMap(({ claims }) => claims);
              return [
                ...group(`The gate: what is held by ${whose}`, held),
                ...group(`The gate: said by or of ${whose}, no position`, says),
              ];
            },
          ),
          ...group('The gate: said to stand in the way', board.inTheWay),
        ];
  const fact = runState(scene, shown.run).facts[shown.region];
  return [
    ...ofStep,
    ...ofGate,
    ...group(`Where this stands: ${regionTitle(agreement, shown.region)}`, fact?.claims ?? []),
  ];
}

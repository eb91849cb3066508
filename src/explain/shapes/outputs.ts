import * as z from 'zod';
import { agreementsOutput } from './agreements.ts';
import { checkOutput } from './check.ts';
import { claimOutput, claimsOutput } from './claims.ts';
import { schemasOutput, sessionsOutput, validateOutput } from './content.ts';
import { diffOutput } from './diff.ts';
import { dutiesOutput } from './duties.ts';
import { exerciseOutput } from './exercise.ts';
import { levelsOutput } from './levels.ts';
import { listOutput } from './list.ts';
import { planOutput } from './plan.ts';
import { playOutput } from './play.ts';
import { timelineOutput } from './timeline.ts';
import { unblockOutput } from './unblock.ts';
import { verifyOutput } from './verify.ts';
import { whatIfOutput } from './what-if.ts';
import { coalitionsOutput, noReturnOutput, pivotsOutput, vetoOutput, waitsOutput } from './who.ts';
import { whyOutput } from './why.ts';

/**
 * The shape of what every command prints with `--json`, by the name of its file. Only the build and the tests load
 * them: the functions that make answers know their types alone.
 */
export const OUTPUT_SCHEMAS: Readonly<Record<`output-${string}`, z.ZodType>> = {
  'output-check': checkOutput,
  'output-claim': claimOutput,
  'output-claims': claimsOutput,
  'output-coalitions': coalitionsOutput,
  'output-diff': diffOutput,
  'output-duties': dutiesOutput,
  'output-exercise': exerciseOutput,
  'output-levels': levelsOutput,
  'output-list': listOutput,
  'output-list-agreements': agreementsOutput,
  'output-pivots': pivotsOutput,
  'output-plan': planOutput,
  'output-play': playOutput,
  'output-points-of-no-return': noReturnOutput,
  'output-resume': z.union([playOutput, sessionsOutput]),
  'output-schemas': schemasOutput,
  'output-timeline': timelineOutput,
  'output-unblock': unblockOutput,
  'output-validate': validateOutput,
  'output-verify': verifyOutput,
  'output-veto': vetoOutput,
  'output-waits': waitsOutput,
  'output-what-if': whatIfOutput,
  'output-why': whyOutput,
};

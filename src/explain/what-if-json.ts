import type { WhatIf } from '../answer/what-if.ts';
import { withCitations } from './citations-json.ts';
import { differingJson } from './diff-json.ts';
import { aboutMoment } from './moment-json.ts';
import type { WhatIfOutput } from './shapes/what-if.ts';
import { readingsJson, stepJson } from './step-json.ts';
import type { KeptWhatIf } from './what-if-text.ts';

/** `what-if` as one object: the branch, what each reading makes of its steps, and what changed against the base. */
export function whatIfJson(whatIf: WhatIf, { token, file }: KeptWhatIf): WhatIfOutput {
  const { agreement, story, base, steps, difference, isSuccess } = whatIf;
  return withCitations(agreement, {
    ...aboutMoment(base),
    success: isSuccess,
    readings: readingsJson(agreement),
    steps: steps.map(({ played, standing }) => stepJson({ ...base, story }, played, standing)),
    ...differingJson(difference),
    token,
    file,
    branch: story.scenario,
  });
}

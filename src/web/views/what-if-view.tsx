import type { ReactElement } from 'react';
import { nothingPublishedText } from '../../explain/moment-text.ts';
import { useLaboratory } from '../laboratory.ts';
import { WhatIfBranch } from './what-if-branch.tsx';
import { WhatIfChoices } from './what-if-choices.tsx';
import { WhatIfCompared } from './what-if-compared.tsx';
import { WhatIfDone } from './what-if-done.tsx';

/** What could happen here, and what somebody made of it: a branch, its steps, and what they change. */
export function WhatIfView(): ReactElement {
  const { scene } = useLaboratory();
  const nothing = nothingPublishedText(scene.moment);
  return (
    <div className="what-if">
      <section className="choosing" aria-labelledby="choosing">
        <h2 id="choosing">What can be done here</h2>
        {nothing === '' ? <WhatIfChoices /> : <p>{nothing}</p>}
      </section>
      <div className="made">
        <WhatIfBranch />
        <WhatIfDone />
        <WhatIfCompared />
      </div>
    </div>
  );
}

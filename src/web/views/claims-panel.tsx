import { Dialog } from '@base-ui/react/dialog';
import { useMemo, type ReactElement } from 'react';
import { claimUses } from '../../answer/claim-uses.ts';
import { claimText } from '../../explain/claim-text.ts';
import { footnote } from '../../explain/footnote.ts';
import { counted } from '../../explain/words.ts';
import { Blocks } from '../blocks.tsx';
import { copied } from '../copied.ts';
import { useLaboratory } from '../laboratory.ts';

/** Claims with their sources, what disputes each and what it is cited for. */
export function ClaimsPanel({ references }: { references: readonly string[] }): ReactElement {
  const { agreement, setting, lab, open, send } = useLaboratory();
  const claims = references.flatMap((reference) => agreement.claims.get(reference) ?? []);
  const uses = useMemo(
    () => claimUses({ ...setting, scenarios: lab.scenarios }),
    [setting, lab.scenarios],
  );
  const asked = claims.map((claim) => ({
    kind: 'claim' as const,
    claim,
    uses: uses.get(claim.reference) ?? [],
  }));
  const footnotes = claims.map((claim) => footnote(agreement, claim));
  return (
    <>
      <Dialog.Title className="panel-title">{counted(claims.length, 'claim')}</Dialog.Title>
      <Blocks
        blocks={claimText(agreement, asked, lab.scenarios)}
        follow={(others) => open({ kind: 'claims', references: others })}
      />
      <section className="footnotes" aria-label="As footnotes">
        {footnotes.map((each) => (
          <p key={each}>{each}</p>
        ))}
        <button
          type="button"
          onClick={() =>
            void copied(footnotes.join('\n')).then((said) => send({ kind: 'say', said }))
          }
        >
          Copy as footnotes
        </button>
        <button
          type="button"
          onClick={() => {
            send({ kind: 'view', view: 'sources' });
            const id = claims[0]?.source.id ?? '';
            // The view is there once it has been drawn, and what lay over it is gone.
            setTimeout(() => document.getElementById(`source-${id}`)?.scrollIntoView(), 50);
          }}
        >
          Show in the sources
        </button>
      </section>
      <Dialog.Close className="close">Close</Dialog.Close>
    </>
  );
}

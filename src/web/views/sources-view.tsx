import { useDeferredValue, useMemo, type ReactElement } from 'react';
import { sourceBlocks } from '../../explain/claim-text.ts';
import { documentFootnote } from '../../explain/footnote.ts';
import { citedPhrase, counted, speakerText } from '../../explain/words.ts';
import { CLAIM_KINDS } from '../../model/claim-kinds.ts';
import type { CitedClaim } from '../../model/agreement.ts';
import { claimsFragment } from '../address.ts';
import { Blocks, Said } from '../blocks.tsx';
import {
  ALL_CLAIMS,
  claimsFound,
  type FoundSource,
  type Sought,
  speakersOf,
} from '../claims-found.ts';
import { copied } from '../copied.ts';
import { useLaboratory } from '../laboratory.ts';

/** Every document with how its day is known, what it claims, and what disputes what. */
export function SourcesView(): ReactElement {
  const { agreement, setting, state, lab, send } = useLaboratory();
  const { sought } = state.seen;
  const setSought = (next: Sought) => send({ kind: 'see', seen: { sought: next } });
  const asked = useDeferredValue(sought);
  const found = useMemo(
    () => claimsFound({ ...setting, scenarios: lab.scenarios }, asked),
    [setting, lab.scenarios, asked],
  );
  const count = found.reduce((sum, { claims }) => sum + claims.length, 0);
  const change = (part: Partial<Sought>) => setSought({ ...sought, ...part });
  return (
    <>
      <section className="sources-asked" aria-label="Which claims">
        <Choice
          label="Said by or of"
          value={sought.speaker}
          among={speakersOf(agreement)}
          onChange={(speaker) => change({ speaker })}
        />
        <Choice
          label="About"
          value={sought.region}
          among={[...agreement.regions.values()].map(({ id, title }) => [id, title])}
          onChange={(region) => change({ region })}
        />
        <Choice
          label="Kind"
          value={sought.kind}
          among={CLAIM_KINDS.map((kind) => [kind, kind])}
          onChange={(kind) => change({ kind })}
        />
        <label className="field">
          <span>Words</span>
          <input
            type="search"
            value={sought.words}
            onChange={({ target }) => change({ words: target.value })}
          />
        </label>
        <label className="tick">
          <input
            type="checkbox"
            checked={sought.isDisputed}
            onChange={({ target }) => change({ isDisputed: target.checked })}
          />
          Disputed only
        </label>
        <button
          type="button"
          disabled={sought === ALL_CLAIMS}
          onClick={() => setSought(ALL_CLAIMS)}
        >
          All claims
        </button>
        <p className="sources-count" role="status">
          {count === 0
            ? 'No claim fits.'
            : `${counted(count, 'claim')} in ${counted(found.length, 'document')}.`}
        </p>
      </section>
      {found.map((each) => (
        <OneSource key={each.source.id} found={each} />
      ))}
    </>
  );
}

function Choice({
  label,
  value,
  among,
  onChange,
}: {
  label: string;
  value: string;
  among: readonly (readonly [id: string, title: string])[];
  onChange: (value: string) => void;
}): ReactElement {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">any</option>
        {among.map(([id, title]) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function OneSource({ found: { source, claims } }: { found: FoundSource }): ReactElement {
  const { send } = useLaboratory();
  return (
    <section className="source" id={`source-${source.id}`} aria-label={source.title}>
      <Blocks blocks={sourceBlocks(source)} level={2} />
      <button
        type="button"
        onClick={() =>
          void copied(documentFootnote(source)).then((said) => send({ kind: 'say', said }))
        }
      >
        Copy as footnote
      </button>
      <ul className="source-claims">
        {claims.map((claim) => (
          <OneClaim key={claim.reference} claim={claim} />
        ))}
      </ul>
    </section>
  );
}

function OneClaim({ claim }: { claim: CitedClaim }): ReactElement {
  const { agreement, open } = useLaboratory();
  const follow = (references: readonly string[]) => open({ kind: 'claims', references });
  return (
    <li className="source-claim">
      <p>
        <strong>{speakerText(agreement, claim)}</strong> <span className="basis">{claim.kind}</span>{' '}
        <a
          className="source-mark"
          href={`#${claimsFragment([claim.reference])}`}
          onClick={(event) => {
            event.preventDefault();
            follow([claim.reference]);
          }}
        >
          {claim.reference}
        </a>
      </p>
      <p>{claim.statement}</p>
      {claim.disputedBy.length === 0 ? null : (
        <p className="disputed">
          Disputed by <Said words={[citedPhrase(agreement, claim.disputedBy)]} follow={follow} />
        </p>
      )}
    </li>
  );
}

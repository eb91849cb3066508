import { useState, type ReactElement } from 'react';
import { differenceBlocks } from '../../explain/diff-text.ts';
import { inBrief } from '../../explain/document.ts';
import { comparedAt, standsText } from '../../explain/stands-text.ts';
import { comparable, differenceOf, momentsOf } from '../../lab/difference.ts';
import { Blocks } from '../blocks.tsx';
import { useLaboratory } from '../laboratory.ts';

const SIDES = { left: 'A', right: 'B' } as const;

/** The scenario on show held against another. */
export function WhatIfCompared(): ReactElement {
  const { lab } = useLaboratory();
  const [other, setOther] = useState('');
  const left = lab.scenarios.has(other) ? other : '';
  const others = comparable(lab, lab.scenario);
  return (
    <section className="compared" aria-labelledby="compared">
      <h2 id="compared">Compare</h2>
      <label className="field">
        <span>With</span>
        <select value={left} onChange={({ target }) => setOther(target.value)}>
          <option value="">choose a scenario</option>
          {others.map(({ id, title }) => (
            <option key={id} value={id}>
              {lab.branches.includes(id) ? `${title} (yours)` : title}
            </option>
          ))}
        </select>
      </label>
      {left === '' ? null : <Differences key={left} left={left} />}
    </section>
  );
}

function Differences({ left }: { left: string }): ReactElement {
  const { setting, lab, open } = useLaboratory();
  const [wanted, setWanted] = useState<number | null>(null);
  const right = lab.scenario;
  const moments = momentsOf(setting, lab, { left, right });
  const at = moments.includes(wanted) ? wanted : null;
  const index = moments.indexOf(at);
  const difference = differenceOf(setting, lab, { left, right, at });
  return (
    <>
      {moments.length < 2 ? null : (
        <div className="buttons">
          <button
            type="button"
            disabled={index === 0}
            onClick={() => setWanted(moments[index - 1] ?? null)}
          >
            Earlier
          </button>
          <button
            type="button"
            disabled={index === moments.length - 1}
            onClick={() => setWanted(moments[index + 1] ?? null)}
          >
            Later
          </button>
        </div>
      )}
      <p className="label" role="status">{`${comparedAt(moments, at)}.`}</p>
      <dl className="sides">
        {(['left', 'right'] as const).map((side) => (
          <div key={side}>
            <dt>{SIDES[side]}</dt>
            <dd>
              <strong>{difference[side].story.scenario.title}</strong>{' '}
              <span className="label">{standsText(difference[side])}</span>
            </dd>
          </div>
        ))}
      </dl>
      <Blocks
        blocks={inBrief(differenceBlocks(difference, SIDES))}
        follow={(references) => open({ kind: 'claims', references })}
      />
    </>
  );
}

import type { ReactElement } from 'react';
import { differenceBlocks } from '../../explain/diff-text.ts';
import { inBrief } from '../../explain/document.ts';
import { comparedAt, standsText } from '../../explain/stands-text.ts';
import { heldAgainst } from '../../lab/course.ts';
import { differenceOf, momentsOf } from '../../lab/difference.ts';
import type { LabState } from '../../lab/state.ts';
import { AgainstField } from '../against-field.tsx';
import { FoldedBlocks } from '../folded-blocks.tsx';
import { useLaboratory } from '../laboratory.ts';
import { useAfterFrame } from '../use-after-frame.ts';

const SIDES = { left: 'A', right: 'B' } as const;

/** The scenario on show held against another. */
export function WhatIfCompared(): ReactElement {
  const { state, lab } = useLaboratory();
  // It may come a moment after what it compares, so that nothing that is done waits for it.
  const drawn = useAfterFrame(lab);
  const left = heldAgainst(drawn, state.against);
  return (
    <section className="compared" aria-labelledby="compared">
      <h2 id="compared">Compare</h2>
      <AgainstField />
      {left === null ? null : <Differences key={drawn.scenario} left={left} lab={drawn} />}
    </section>
  );
}

function Differences({ left, lab }: { left: string; lab: LabState }): ReactElement {
  const { setting, state, send, open } = useLaboratory();
  const wanted = state.seen.comparedAt;
  const setWanted = (at: number | null) => send({ kind: 'see', seen: { comparedAt: at } });
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
      <p className="label" role="status">{`${comparedAt(at, SIDES.right)}.`}</p>
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
      <FoldedBlocks
        blocks={inBrief(differenceBlocks(difference, SIDES))}
        follow={(references) => open({ kind: 'claims', references })}
      />
    </>
  );
}

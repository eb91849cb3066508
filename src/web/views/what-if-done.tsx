import type { ReactElement } from 'react';
import { historyLines, twigText } from '../../explain/branch-text.ts';
import { treeOf, type Twig } from '../../lab/branches.ts';
import { told } from '../../lab/scene.ts';
import { useLaboratory } from '../laboratory.ts';

/** The tree of branches, and all that was done to them. */
export function WhatIfDone(): ReactElement {
  const { lab, act } = useLaboratory();
  const { history } = lab;
  return (
    <>
      <section className="tree" aria-labelledby="tree">
        <h2 id="tree">Branches</h2>
        {lab.branches.length === 0 ? (
          <p className="empty">No branches yet.</p>
        ) : (
          <ul className="twigs">
            {treeOf(lab, lab.scenario).map((twig) => (
              <OneTwig key={twig.scenario.id} twig={twig} />
            ))}
          </ul>
        )}
      </section>
      <section className="history" aria-labelledby="history">
        <h2 id="history">What you did</h2>
        <ol className="lines">
          {historyLines(history).map(({ label, note }, count) => (
            // A thing that was done is known by how many came before it.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={count} aria-current={note === 'now' ? 'step' : undefined}>
              <button
                type="button"
                disabled={note === 'now'}
                onClick={() => act({ kind: 'backTo', count })}
              >
                {label}
              </button>
              {note === '' ? null : <span className="label">{note}</span>}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function OneTwig({ twig }: { twig: Twig }): ReactElement {
  const { setting, lab, act, open } = useLaboratory();
  const { scenario, depth, isOwn } = twig;
  const { id, title } = scenario;
  const isShown = id === lab.scenario;
  // A branch is opened where its own steps end.
  const show = () => {
    const { inherited, steps, scenario: whole } = told(setting, lab.scenarios, id).story;
    const own = inherited + whole.steps.length - 1;
    act({ kind: 'show', scenario: id, position: Math.min(own, steps.length - 1) });
  };
  return (
    <li data-depth={Math.min(depth, 3)} aria-current={isShown ? 'true' : undefined}>
      <button type="button" className="step-title" disabled={isShown} onClick={show}>
        {title}
      </button>
      <p className="label">{`${twigText(twig)}${isShown ? ', on show' : ''}`}</p>
      {isOwn ? (
        <div className="buttons">
          <button
            type="button"
            aria-label={`Name: ${title}`}
            onClick={() => open({ kind: 'name', scenario: id })}
          >
            Name
          </button>
          <button
            type="button"
            aria-label={`Copy: ${title}`}
            onClick={() => act({ kind: 'copy', scenario: id })}
          >
            Copy
          </button>
          <button
            type="button"
            aria-label={`Delete: ${title}`}
            onClick={() => act({ kind: 'prune', scenario: id })}
          >
            Delete
          </button>
        </div>
      ) : null}
    </li>
  );
}

import type { ReactElement } from 'react';
import { assumedPhaseWarning } from '../../explain/phase-warning.ts';
import type { Choice } from '../../explain/what-if-choice.ts';
import {
  choices,
  NONE_IS_WELCOME,
  SECTION_NAMES,
  SECTIONS,
} from '../../explain/what-if-choices.ts';
import { runState, standingAt } from '../../lab/scene.ts';
import { Signed } from '../blocks.tsx';
import { useLaboratory } from '../laboratory.ts';
import type { Seen } from '../seen.ts';

interface Group {
  readonly heading: string;
  readonly items: Choice[];
}

/** What can be done at the moment on show, narrowed down by typing. Nothing of it is chosen beforehand. */
export function WhatIfChoices(): ReactElement {
  const { agreement, state, lab, scene, send } = useLaboratory();
  const { section, filter } = state.seen;
  const see = (seen: Partial<Seen>) => send({ kind: 'see', seen });
  const found = choices(scene.moment, lab.run, section, filter, standingAt);
  const groups: Group[] = [];
  for (const choice of found) {
    const last = groups.at(-1);
    if (last?.heading === choice.heading) last.items.push(choice);
    else groups.push({ heading: choice.heading, items: [choice] });
  }
  // Stages and facts name their region themselves.
  const isNamed = section === 'events' || section === 'waivers';
  const careful =
    section === 'events' ? assumedPhaseWarning(agreement, runState(scene, lab.run)) : '';
  return (
    <>
      <div className="sections" role="group" aria-label="What kind">
        {SECTIONS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === section}
            onClick={() => see({ section: each })}
          >
            {SECTION_NAMES[each]}
          </button>
        ))}
      </div>
      <label className="field">
        <span>Show only what has this in it</span>
        <input
          type="search"
          value={filter}
          autoComplete="off"
          onChange={({ target }) => see({ filter: target.value })}
        />
      </label>
      {careful === '' ? null : <p className="careful">{careful}</p>}
      {found.length > 0 && found[0]?.isWelcome === false ? <p>{NONE_IS_WELCOME}</p> : null}
      <p className="empty" role="status">
        {found.length > 0
          ? ''
          : filter === ''
            ? 'There is nothing of this kind here.'
            : `Nothing here has "${filter}" in it.`}
      </p>
      <div className="choices">
        {groups.map(({ heading, items }) => (
          <section key={heading} aria-label={heading}>
            <h3 className="choice-heading">
              {heading} <span className="count">{items.length}</span>
            </h3>
            <ul>
              {items.map((choice) => (
                <OneChoice key={JSON.stringify(choice.action)} choice={choice} isNamed={isNamed} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function OneChoice({ choice, isNamed }: { choice: Choice; isNamed: boolean }): ReactElement {
  const { open } = useLaboratory();
  const { action, mark, title, of, reason, canHappen } = choice;
  return (
    <li>
      <button
        type="button"
        className="choice"
        data-can={canHappen}
        onClick={() => open({ kind: 'take', action })}
      >
        <Signed sign={mark} />
        <span className="choice-title">{title}</span>{' '}
        <span className="choice-reason">{`${isNamed ? `${of}: ` : ''}${reason}`}</span>
      </button>
    </li>
  );
}

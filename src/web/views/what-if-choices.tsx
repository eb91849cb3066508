import { Autocomplete } from '@base-ui/react/autocomplete';
import { memo, type ReactElement } from 'react';
import { assumedPhaseWarning } from '../../explain/phase-warning.ts';
import type { Choice } from '../../explain/what-if-choice.ts';
import {
  choices,
  NONE_IS_WELCOME,
  type Section,
  SECTION_NAMES,
  SECTIONS,
} from '../../explain/what-if-choices.ts';
import { runState, type Scene, sceneOf, standingAt } from '../../lab/scene.ts';
import { capital } from '../../explain/words.ts';
import { Signed } from '../blocks.tsx';
import { type Laboratory, useLaboratory } from '../laboratory.ts';
import type { Seen } from '../seen.ts';
import { useAfterFrame } from '../use-after-frame.ts';

interface Group {
  readonly value: string;
  readonly items: Choice[];
}

/** What can be done at the moment on show, narrowed down by typing, gone through by the arrows. Nothing of it is chosen beforehand. */
export function WhatIfChoices(): ReactElement {
  const { setting, state, lab, send } = useLaboratory();
  const { section, filter } = state.seen;
  // The list may come a moment after the day on show, so that a slider never waits for it.
  const drawn = useAfterFrame(lab);
  const scene = sceneOf(setting, drawn);
  return <Choices scene={scene} run={drawn.run} section={section} filter={filter} send={send} />;
}

const Choices = memo(function Choices({
  scene,
  run,
  section,
  filter,
  send,
}: {
  scene: Scene;
  run: string;
  section: Section;
  filter: string;
  send: Laboratory['send'];
}): ReactElement {
  const { agreement } = scene.moment;
  const see = (seen: Partial<Seen>) => send({ kind: 'see', seen });
  const found = choices(scene.moment, run, section, filter, standingAt);
  const groups: Group[] = [];
  for (const choice of found) {
    const last = groups.at(-1);
    if (last?.value === choice.heading) last.items.push(choice);
    else groups.push({ value: choice.heading, items: [choice] });
  }
  // Stages and facts name their region themselves.
  const isNamed = section === 'events' || section === 'waivers';
  const careful = section === 'events' ? assumedPhaseWarning(agreement, runState(scene, run)) : '';
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
      <Autocomplete.Root
        inline
        open
        mode="none"
        items={groups}
        value={filter}
        itemToStringValue={({ title }: Choice) => title}
        // What is chosen is asked about, and is no word to look for.
        onValueChange={(value, { reason }) => {
          if (reason !== 'item-press') see({ filter: value });
        }}
      >
        <label className="field">
          <span>Show only what has this in it</span>
          <Autocomplete.Input type="search" autoComplete="off" />
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
        <Autocomplete.List className="what-list" aria-label={SECTION_NAMES[section]}>
          {({ value, items }: Group) => (
            <Autocomplete.Group key={value} items={items}>
              <Autocomplete.GroupLabel className="what-heading">
                {value} <span className="count">{items.length}</span>
              </Autocomplete.GroupLabel>
              <Autocomplete.Collection>
                {(choice: Choice) => (
                  <OneChoice
                    key={JSON.stringify(choice.action)}
                    choice={choice}
                    isNamed={isNamed}
                    send={send}
                  />
                )}
              </Autocomplete.Collection>
            </Autocomplete.Group>
          )}
        </Autocomplete.List>
      </Autocomplete.Root>
    </>
  );
});

function OneChoice({
  choice,
  isNamed,
  send,
}: {
  choice: Choice;
  isNamed: boolean;
  send: Laboratory['send'];
}): ReactElement {
  const { action, mark, title, of, reason, canHappen } = choice;
  return (
    <Autocomplete.Item
      value={choice}
      className="what-item"
      data-can={canHappen}
      onClick={() => send({ kind: 'open', panel: { kind: 'take', action } })}
    >
      <Signed sign={mark} />
      <span className="what-title">{title}</span>{' '}
      <span className="what-reason">
        {isNamed ? <span className="what-of">{`${capital(of)} · `}</span> : null}
        {capital(reason)}
      </span>
    </Autocomplete.Item>
  );
}

import { useId, useMemo, type ReactElement } from 'react';
import { wayTitle } from '../../explain/found-text.ts';
import { nothingPublishedText } from '../../explain/moment-text.ts';
import { questionHead } from '../../explain/question-text.ts';
import { waitsText } from '../../explain/waits-text.ts';
import { runTitle } from '../../explain/words.ts';
import type { Question } from '../../lab/question.ts';
import { gateShown } from '../../lab/scene.ts';
import { partyReadings } from '../../model/agreement.ts';
import { REPORTED } from '../../model/terms.ts';
import { waits } from '../../search/waits.ts';
import { Blocks } from '../blocks.tsx';
import { Graph } from '../figures/graph.tsx';
import { TakenFigure } from '../figures/taken-figure.tsx';
import { waitsDrawing, waitsPicture } from '../figures/waits-drawing.ts';
import { CIRCLE_SAID, WAITS_TITLE, waitsFigure } from '../figures/waits-figure.ts';
import { GateField } from '../gate-field.tsx';
import { useLaboratory } from '../laboratory.ts';
import { Searching } from '../searching.tsx';
import { useSearch } from '../use-search.ts';

/** For all parties at once. */
const EVERYONE = '';

/** Who waits for whom; which path leads through a gate, and who can go it alone. */
export function WhoView(): ReactElement {
  const { setting, agreement, state, lab, scene, send } = useLaboratory();
  const parties = partyReadings(agreement).map(({ id }) => id);
  const whose = state.seen.whose ?? (lab.run === REPORTED ? EVERYONE : lab.run);
  const nothing = nothingPublishedText(scene.moment);
  const gate = gateShown(setting, lab);
  if (nothing !== '') return <p>{nothing}</p>;
  return (
    <>
      <Waits />
      {gate === null ? null : (
        <>
          <div className="toolbar who-asked">
            <GateField label="Gate" gate={gate} />
            <label className="field">
              <span>By the reading of</span>
              <select
                value={whose}
                onChange={({ target }) => send({ kind: 'see', seen: { whose: target.value } })}
              >
                <option value={EVERYONE}>every party at once</option>
                {parties.map((id) => (
                  <option key={id} value={id}>
                    {runTitle(agreement, id)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <div className="who-found">
            {(['plan', 'coalitions'] as const).map((kind) => (
              <Asked
                key={kind}
                title={kind === 'plan' ? 'The shortest path' : 'Who can on their own'}
                question={{
                  kind,
                  gate,
                  isForEveryone: whose === EVERYONE,
                  readings: whose === EVERYONE ? parties : [whose],
                }}
              />
            ))}
          </div>
        </>
      )}
    </>
  );
}

/** Who waits for whom: as a picture, and beside it as a document. */
function Waits(): ReactElement {
  const { agreement, scene, open } = useLaboratory();
  const { moment } = scene;
  const id = useId();
  const answer = useMemo(() => waits(moment), [moment]);
  const figure = useMemo(() => waitsFigure(agreement, answer), [agreement, answer]);
  const drawing = useMemo(() => (figure === null ? null : waitsDrawing(figure)), [figure]);
  const follow = (references: readonly string[]) => open({ kind: 'claims', references });
  return (
    <section className="who-waits" aria-labelledby={id}>
      <h2 id={id}>{WAITS_TITLE}</h2>
      <div className="who-found">
        {figure === null || drawing === null ? null : (
          <figure className="waits">
            <Graph
              figure={drawing}
              label={`${WAITS_TITLE}, as a picture`}
              asked={(arrow) =>
                follow(figure.arrows.find((each) => each.id === arrow)?.claims ?? [])
              }
            />
            {figure.hasCircle ? <figcaption>{CIRCLE_SAID}</figcaption> : null}
            <TakenFigure
              name={`${agreement.id}-${moment.story.scenario.id}-waits`}
              make={() => waitsPicture(moment, answer, figure)}
            />
          </figure>
        )}
        <Blocks blocks={waitsText(moment, answer)} follow={follow} />
      </div>
    </section>
  );
}

/** A question with its answer, and the path that was found to be played. */
function Asked({
  title,
  question,
}: {
  title: string;
  question: Omit<Question, 'moment'> & { readonly kind: 'plan' | 'coalitions' };
}): ReactElement {
  const { agreement, act, open } = useLaboratory();
  const search = useSearch(question);
  const id = useId();
  const events = search?.kind === 'answered' ? search.answer.events : [];
  const { event = question.gate } = agreement.gates.get(question.gate) ?? {};
  return (
    <section className="asked" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Blocks blocks={[questionHead(agreement, question)]} />
      {events.length === 0 ? null : (
        <button
          type="button"
          className="primary"
          onClick={() => act({ kind: 'lay', title: wayTitle({ agreement }, event), events })}
        >
          Play it as a branch
        </button>
      )}
      {search === null ? null : (
        <Searching search={search} follow={(references) => open({ kind: 'claims', references })} />
      )}
    </section>
  );
}

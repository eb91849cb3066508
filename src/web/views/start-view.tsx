import type { ReactElement } from 'react';
import { frontOf } from '../../answer/front.ts';
import { frontText } from '../../explain/front-text.ts';
import { gateText } from '../../explain/check-text.ts';
import { nothingPublishedText } from '../../explain/moment-text.ts';
import { capital, canHappenWord, runTitle, VERDICT_WORDS } from '../../explain/words.ts';
import { gateShown, standingAt } from '../../lab/scene.ts';
import type { AgreementEvent } from '../../model/agreement.ts';
import type { Overall, Standing } from '../../model/standing.ts';
import { withoutHead } from '../../draw/lines.ts';
import { Blocks, Signed } from '../blocks.tsx';
import { useLaboratory } from '../laboratory.ts';

/** What is in question, each party's answer, and every gate by every reading. */
export function StartView(): ReactElement {
  const { setting, agreement, lab, scene, open } = useLaboratory();
  const { moment } = scene;
  const gates = [...agreement.gates.values()].map(({ event }) => standingAt(moment, event));
  const front = frontOf(moment, gates);
  const shown = gateShown(setting, lab);
  const chosen = gates.find(({ gate }) => gate?.id === shown);
  const follow = (references: readonly string[]) => open({ kind: 'claims', references });
  return (
    <div className="start">
      <section className="front" aria-label="What is in question">
        <Blocks blocks={frontText(front)} follow={follow} level={2} />
      </section>
      {nothingPublishedText(moment) === '' ? <Matrix gates={gates} shown={shown} /> : null}
      {chosen === undefined ? null : (
        <section className="board" aria-label="The chosen gate" id="board">
          <Blocks
            blocks={withoutHead(gateText(chosen, { verbose: false }))}
            follow={follow}
            level={2}
          />
        </section>
      )}
    </div>
  );
}

function Matrix({
  gates,
  shown,
}: {
  gates: readonly Standing[];
  shown: string | null;
}): ReactElement | null {
  const { agreement, open } = useLaboratory();
  const [first] = gates;
  if (first === undefined) return null;
  const columns = [...first.parties, ...first.terms].map(({ reading }) => reading);
  return (
    <section className="matrix" aria-label="Every gate by every reading">
      <h2>Every gate, by every reading</h2>
      <div className="table">
        <table>
          <thead>
            <tr>
              <th scope="col">Gate</th>
              <th scope="col">Overall</th>
              {columns.map((reading) => (
                <th key={reading} scope="col">
                  {capital(runTitle(agreement, reading))}
                </th>
              ))}
              <th scope="col">By its stage</th>
            </tr>
          </thead>
          <tbody>
            {gates.map((standing) => {
              const { event, gate, verdict, parties, terms, possible, taken } = standing;
              const name = gate?.id ?? event.id;
              return (
                <tr key={event.id} aria-current={name === shown}>
                  <th scope="row">
                    <button
                      type="button"
                      onClick={() => open({ kind: 'gate', event: event.id, reading: null })}
                    >
                      {event.title}
                    </button>
                  </th>
                  <Cell verdict={verdict} of={event} reading={null} />
                  {[...parties, ...terms].map((party) => (
                    <Cell
                      key={party.reading}
                      verdict={party.verdict}
                      of={event}
                      reading={party.reading}
                    />
                  ))}
                  <td>{canHappenWord(possible.answer, taken)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cell({
  verdict,
  of,
  reading,
}: {
  verdict: Overall;
  of: Pick<AgreementEvent, 'id' | 'title'>;
  reading: string | null;
}): ReactElement {
  const { agreement, open } = useLaboratory();
  const whose = reading === null ? 'overall' : runTitle(agreement, reading);
  const { word } = VERDICT_WORDS[verdict];
  return (
    <td className="verdict" data-verdict={verdict}>
      <button
        type="button"
        aria-label={`${word}: ${of.title}, ${whose}`}
        onClick={() => open({ kind: 'gate', event: of.id, reading })}
      >
        <Signed sign={verdict} /> {word}
      </button>
    </td>
  );
}

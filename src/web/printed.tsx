import { useEffect, useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { NOTES } from '../explain/report-text.ts';
import { Blocks } from './blocks.tsx';
import { DrawnFigure } from './figures/drawn-figure.tsx';
import { paperFigure } from './figures/paper-figure.ts';
import { useLaboratory } from './laboratory.ts';
import { paperShown } from './paper-shown.ts';

/** What is printed in place of the page: the paper on what is on show, made only while it is printed. */
export function Printed(): ReactElement | null {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return isPrinting ? <PrintedPaper /> : null;
}

function PrintedPaper(): ReactElement {
  const { setting, state, scene } = useLaboratory();
  const { report, paper } = paperShown(setting, state);
  const { blocks, notes, figureAt } = paper;
  const figure = paperFigure(setting.runner, scene.moment, report.before?.moment ?? null);
  return (
    <article className="paper printed">
      <Blocks blocks={blocks.slice(0, figureAt)} level={2} />
      {figure === null ? null : (
        <figure>
          <DrawnFigure figure={figure.picture.figure} />
          <figcaption>{figure.caption}</figcaption>
        </figure>
      )}
      <Blocks blocks={blocks.slice(figureAt)} level={2} />
      {notes.length === 0 ? null : (
        <>
          <h2 className="block-heading">{NOTES}</h2>
          <ol className="notes">
            {notes.map(({ number, text }) => (
              <li key={number}>{text}</li>
            ))}
          </ol>
        </>
      )}
    </article>
  );
}

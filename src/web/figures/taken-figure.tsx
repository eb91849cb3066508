import { useRef, type ReactElement } from 'react';
import { pictureCopied } from '../copied.ts';
import { useLaboratory } from '../laboratory.ts';
import { saveFile } from '../saved-file.ts';
import type { Picture } from './figure.ts';
import { colourShown, pngOf } from './figure-saved.ts';
import { svgText } from './svg-text.ts';

/** Ways to take a figure elsewhere, in the colours that it has on the page: the same under each of them. */
export function TakenFigure({
  name,
  make,
}: {
  /** What the files are called, without what tells their kind. */
  name: string;
  make: () => Picture;
}): ReactElement {
  const { send } = useLaboratory();
  const place = useRef<HTMLDivElement>(null);
  const say = (said: string) => send({ kind: 'say', said });
  const made = (): { readonly svg: string; readonly png: () => Promise<Blob | null> } | null => {
    if (place.current === null) return null;
    const picture = make();
    const svg = svgText(picture, colourShown(place.current));
    return { svg, png: () => pngOf(svg, picture.figure.width, picture.figure.height) };
  };
  const saved = (file: string, content: Blob) => {
    saveFile(file, content);
    say(`Saved ${file}.`);
  };
  const saveSvg = () => {
    const { svg } = made() ?? {};
    if (svg !== undefined) saved(`${name}.svg`, new Blob([svg], { type: 'image/svg+xml' }));
  };
  const savePng = async () => {
    const content = await made()?.png();
    if (content === null || content === undefined) say(NO_PICTURE);
    else saved(`${name}.png`, content);
  };
  const copy = async () => say(await pictureCopied(made()?.png() ?? Promise.resolve(null)));
  return (
    <div className="buttons taken-figure" ref={place}>
      <button type="button" onClick={saveSvg}>
        Save as SVG
      </button>
      <button type="button" onClick={() => void savePng()}>
        Save as PNG
      </button>
      {CAN_COPY ? (
        <button type="button" onClick={() => void copy()}>
          Copy picture
        </button>
      ) : null}
    </div>
  );
}

const NO_PICTURE = 'This browser makes no picture of it. The SVG has the same.';

/** Not every browser takes pictures, and none does on a page that is not its own machine's or safe on the way. */
const CAN_COPY =
  typeof ClipboardItem !== 'undefined' &&
  'clipboard' in navigator &&
  'write' in navigator.clipboard;

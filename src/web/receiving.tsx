import { useEffect, useState, type ReactElement } from 'react';
import { isToken } from './address.ts';
import { useReceive } from './use-receive.ts';

/** Takes a file that is dropped anywhere on the page, and a token that is pasted outside a field. */
export function Receiving(): ReactElement | null {
  const receive = useReceive();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      void receive(file.name, file.text());
    };
    const paste = (event: ClipboardEvent) => {
      const isInField = event.target instanceof Element && event.target.closest('input, textarea');
      const text = event.clipboardData?.getData('text/plain').trim() ?? '';
      if (!isInField && isToken(text)) void receive(null, text);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    addEventListener('paste', paste);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
      removeEventListener('paste', paste);
    };
  });
  return isOver ? <p className="drop">Drop a scenario file to open it as a branch.</p> : null;
}

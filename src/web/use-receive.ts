import { useLaboratory } from './laboratory.ts';
import { filesLoaded } from './files.ts';
import { received } from './received.ts';

/** Opens a scenario from elsewhere, and says what came of it. */
export function useReceive(): (
  name: string | null,
  text: string | Promise<string>,
) => Promise<void> {
  const { setting, lab, act, send } = useLaboratory();
  return async (name, text) => {
    const [files, read] = await Promise.all([
      filesLoaded(),
      Promise.resolve(text).catch(() => null),
    ]);
    if (read === null) {
      send({ kind: 'say', said: 'The file could not be read.' });
      return;
    }
    const found = received(files, setting, lab, { name, text: read });
    if (found.ok) act({ kind: 'adopt', scenario: found.scenario });
    else send({ kind: 'say', said: found.said });
  };
}

import { useEffect, useState, type ReactElement } from 'react';
import { notSearched } from '../explain/found-text.ts';
import { searchingText } from '../explain/searching-text.ts';
import { Blocks, type Follow } from './blocks.tsx';
import type { Search } from './use-search.ts';

/** Work that takes less than this is over before anybody could read that it goes on. */
const QUIET_MS = 300;

/** How far a search has come, with a way to stop it; and what it found. */
export function Searching({
  search,
  follow,
}: {
  search: Search;
  follow: Follow;
}): ReactElement | null {
  switch (search.kind) {
    case 'running':
      return <Running search={search} />;
    case 'answered':
      return <Blocks blocks={search.answer.blocks} follow={follow} />;
    case 'failed':
      return <Blocks blocks={notSearched(search.message)} />;
    case 'stopped':
      return (
        <div className="searching" role="status">
          <span>Stopped.</span>
          <button type="button" onClick={search.again}>
            Search again
          </button>
        </div>
      );
  }
}

function Running({
  search: { progress, cancel },
}: {
  search: Extract<Search, { kind: 'running' }>;
}): ReactElement {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="searching" data-quiet={!isLong}>
      <span role="status">{isLong ? 'Searching.' : ''}</span>
      {isLong ? <span className="progress">{searchingText(progress)}</span> : null}
      <button type="button" onClick={cancel}>
        Cancel
      </button>
    </div>
  );
}

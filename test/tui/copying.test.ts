import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/tui/session.ts';
import type { State } from '../../src/tui/state.ts';
import { atStep, beginHarbour, harbour, harbourSession, press } from './harbour-session.ts';

const session = harbourSession();
const start = press(session, beginHarbour(session), 'right', 'right', 'right');

function copiedBy(state: State, ...keys: string[]): string {
  const { request } = press(session, state, ...keys);
  return request?.kind === 'copy' ? request.text : '';
}

describe('the key that copies', () => {
  it('copies the chosen row as it reads, and again the whole table in Markdown', () => {
    const [, gate] = [...harbour.agreement.gates.values()];
    const list = press(session, start, 'g', 'down', 'down');
    const row = copiedBy(list, 'y');
    expect(row.startsWith(gate?.title ?? '-')).toBe(true);
    const all = copiedBy(list, 'y', 'y');
    expect(all).toContain('Follow the steps');
    expect(all).toMatch(/^\| gate \| .*Northquay.* \| the parties \| also \|$/m);
    for (const { title } of harbour.agreement.gates.values()) expect(all).toContain(`| ${title} |`);
    expect(all.match(/^\| --- /gm)).toHaveLength(1);
    // A third time it is the row again, and so it is behind any other key.
    expect(copiedBy(list, 'y', 'y', 'y')).toBe(row);
    expect(copiedBy(list, 'y', 'up', 'down', 'y')).toBe(row);
  });

  it('copies a provision, and again all of them as tables', () => {
    const provisions = press(session, start, '1', 'down');
    expect(copiedBy(provisions, 'y')).toContain('calm on the water');
    const all = copiedBy(provisions, 'y', 'y');
    expect(all).toContain('| region | stage | level | basis | reported otherwise |');
    for (const { title } of harbour.agreement.regions.values())
      expect(all.replaceAll('\\', '')).toContain(`| ${title} |`);
    expect(all.match(/^\| --- /gm)).toHaveLength(2);
  });

  it('copies a page, where nothing is chosen, as wide as it is', () => {
    const narrow = beginHarbour(session, harbour.opens, { columns: 60, rows: 16 });
    const step = press(session, narrow, 'right', 'right');
    const text = copiedBy(step, 'y');
    expect(text.split('\n').some((line) => line.length > 60)).toBe(true);
    expect(text).not.toContain('\u001b');
  });

  it('copies a claim from the list of them, and a footnote of one that is open', () => {
    const state = press(session, atStep(session, start, 'one-way-offer'), 'F');
    expect(copiedBy(state, 'y')).toMatch(/Gazette|Post|Herald|paper|\d{4}/);
    const open = press(session, state, 'enter');
    expect(copiedBy(open, 'ctrl+y').length).toBeGreaterThan(copiedBy(open, 'y').length);
  });

  it('copies the line that was found', () => {
    const found = press(session, start, 'a', '/', ...'Northquay', 'enter');
    const line = copiedBy(found, 'y');
    expect(line).toContain('Northquay');
    expect(copiedBy(found, 'y', 'y').length).toBeGreaterThan(line.length);
  });

  it('types where something is typed, and copies there with Control', () => {
    const list = press(session, start, ':');
    expect(press(session, list, 'y').overlays.at(-1)).toMatchObject({ filter: 'y' });
    expect(copiedBy(list, 'ctrl+y')).not.toBe('');
    expect(copiedBy(list, 'ctrl+y')).not.toMatch(/^[▸>]/);
  });

  it('copies what the front says, and leaves it there', () => {
    const front: State = { ...start, overlays: [{ kind: 'front', top: 0 }] };
    const next = press(session, front, 'y');
    expect(next.overlays).toHaveLength(1);
    expect(copiedBy(front, 'y')).toContain('| gate |');
  });

  it('says so', () => {
    const notice = (of: Session, ...keys: string[]) => press(of, start, ...keys).notice;
    expect(notice(session, 'g', 'y')).toBe(
      'Copied, where the terminal lets programs copy. Ctrl-Y again copies all that is here.',
    );
    expect(notice(session, '2', 'y')).toBe(
      'Copied all that is here, where the terminal lets programs copy.',
    );
    expect(notice(session, '/', 'ctrl+y')).toBeNull();
  });
});

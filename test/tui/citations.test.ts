import { describe, expect, it } from 'vitest';
import { plain } from '../../src/draw/line.ts';
import { frameOf } from '../../src/tui/frame.ts';
import { sceneOf } from '../../src/tui/session.ts';
import type { State } from '../../src/tui/state.ts';
import { followable } from '../../src/tui/screens/citations.ts';
import { beginHarbour, harbourSession, press } from './harbour-session.ts';

const session = harbourSession();
const LARGE = { columns: 120, rows: 60 };
const end = () => press(session, beginHarbour(session, 'harbour-record', LARGE), 'end');
const flat = (state: State) =>
  frameOf(session, state)
    .body.map((line) => plain(line))
    .join(' ')
    .replaceAll(/\s+/g, ' ');

describe('citations', () => {
  it('lists every claim that the step and the gate on screen cite, each once', () => {
    const state = end();
    const rows = followable(session, state, { section: 'cited' });
    const ids = rows.map((row) => (row.kind === 'claim' ? row.claim.reference : ''));
    expect(new Set(ids).size).toBe(ids.length);
    const claims = sceneOf(session, state).played?.step.claims ?? [];
    expect(claims.length).toBeGreaterThan(0);
    expect(ids).toEqual(expect.arrayContaining([...claims]));
  });

  it('begins with the claims behind what is in focus, and has the same ones', () => {
    const listed = (focus: State['focus']) =>
      followable(session, { ...end(), focus }, { section: 'cited' }).map((row) =>
        row.kind === 'claim' ? [row.about, row.claim.reference] : [],
      );
    const [step, gate, provisions] = [listed('step'), listed('gate'), listed('provisions')];
    expect(step[0]?.[0]).toBe('The step');
    expect(gate[0]?.[0]).toMatch(/^The gate: /);
    expect(provisions[0]?.[0]).toMatch(/^Where this stands: /);
    const ids = (of: string[][]) => of.map(([, id]) => id).toSorted();
    expect(ids(gate)).toEqual(ids(step));
    expect(ids(provisions)).toEqual(ids(step));
  });

  it('opens one with its document, what disputes it and what it is cited for, and goes on to the document', () => {
    const list = press(session, end(), 'F');
    expect(list.overlays.at(-1)?.kind).toBe('citations');
    const [first] = followable(session, list, { section: 'cited' });
    if (first?.kind !== 'claim') throw new Error('nothing is cited');
    const open = press(session, list, 'enter');
    expect(open.overlays.at(-1)).toMatchObject({ kind: 'citation', id: first.claim.reference });
    const text = flat(open);
    expect(text).toContain(first.claim.statement);
    expect(text).toContain('disputed by');
    expect(text).toContain('cited for');
    const document = press(session, open, 'enter');
    expect(document.overlays.at(-1)).toMatchObject({ id: first.claim.source.id });
    expect(flat(document)).toContain('Inferred: ');
    expect(press(session, document, 'escape', 'escape', 'escape').overlays).toEqual([]);
  });

  it('copies a claim as a footnote: who says it, where, when, and its id', () => {
    const open = press(session, end(), 'F', 'enter');
    const copied = press(session, open, 'y');
    const request = copied.request;
    if (request?.kind !== 'copy') throw new Error('nothing was copied');
    const overlay = open.overlays.at(-1);
    const id = overlay?.kind === 'citation' ? overlay.id : '';
    const claim = session.agreement.claims.get(id);
    expect(request.text).toContain(`(${id}).`);
    expect(request.text).toContain(claim?.source.title);
    expect(request.text).toContain(`paragraph ${claim?.paragraph}`);
    expect(flat(open)).toContain(`As a footnote, which y copies: ${request.text}`.slice(0, 80));
  });

  it('lists the documents, each with how its day is known', () => {
    const documents = press(session, end(), 'F', 'tab');
    const rows = followable(session, documents, { section: 'documents' });
    expect(rows).toHaveLength(session.agreement.sources.length);
    const text = flat(documents);
    for (const { title } of session.agreement.sources) expect(text).toContain(title);
    expect(press(session, documents, 'tab').overlays.at(-1)).toMatchObject({ section: 'cited' });
  });

  it('is what Enter does in the pane of sources', () => {
    expect(press(session, end(), '4', 'enter').overlays.at(-1)?.kind).toBe('citations');
  });
});

import { describe, expect, it } from 'vitest';
import { harbourgate, items, object, phasegate } from './command-line.ts';

/** What is printed, however it is wrapped. */
const flat = (text: string) => text.replaceAll(/\s+/g, ' ');
const ids = (out: string) =>
  [...out.matchAll(/^ {2}([a-z]+-\d+\.c\d+) /gm)].map((match) => match[1]);

describe('claims', () => {
  it('stand under their sources, by name and day, and in the order in which people count', async () => {
    const { out } = await harbourgate(['claims'], { width: 200 });
    const heads = out.split('\n').filter((line) => /^\S.*\(gazette-\d\)/.test(line));
    expect(heads).toEqual([
      'The Lock Gazette, by 12 Jan 2031 (gazette-1): First paper: the calm and the canal',
      'unnamed publication, by 14 Feb 2031 (gazette-2): Second paper: talk of a second phase (المرحلة الثانية)',
      'The Lock Gazette, 2 Mar 2031 (gazette-3): Third paper: the wreck first',
    ]);
    const all = [9, 11, 9].flatMap((count, source) =>
      Array.from({ length: count }, (_, at) => `gazette-${source + 1}.c${at + 1}`),
    );
    expect(ids(out)).toEqual(all);
    expect(out).toContain('29 claims. The record ends on 2 Mar 2031');
  });

  it('are cited by publisher and day where they dispute one another', async () => {
    const { out } = await harbourgate(['claims', '--source', 'gazette-1', '--disputed']);
    expect(ids(out)).toEqual(['gazette-1.c8']);
    expect(flat(out)).toContain(
      'Disputed by unnamed publication, by 14 Feb 2031 (gazette-2.c6). 1 claim.',
    );
  });

  it('give paragraph, days and regions with --verbose', async () => {
    const { out } = await harbourgate(['claims', '--kind', 'offer', '--verbose']);
    expect(flat(out)).toContain('paragraph 4; speaks of 6 to 8 Jan 2031; regions: the Lock canal');
    expect(flat(out)).toContain('speaks of no certain day');
  });

  it.each([
    [['--kind', 'offer', '--kind', 'refusal']],
    [['--kind', 'offer,refusal']],
    [['--kind', 'refusal, offer', '--kind', 'offer']],
  ])('add up where an option has several values: %j', async (words) => {
    const { out } = await harbourgate(['claims', ...words]);
    expect(ids(out)).toEqual(['gazette-1.c6', 'gazette-2.c3', 'gazette-2.c9']);
  });

  it('are narrowed by a second option', async () => {
    const words = ['claims', '--kind', 'offer,refusal', '--speaker', 'northquay,southquay'];
    expect(ids((await harbourgate(words)).out)).toEqual(['gazette-1.c6', 'gazette-2.c9']);
    expect(ids((await harbourgate([...words, '--region', 'batteries'])).out)).toEqual([
      'gazette-2.c9',
    ]);
    expect((await harbourgate([...words, '--source', 'gazette-3'])).out).toContain(
      'No claim fits.',
    );
  });

  it.each([
    ['--about', 'sailors', 'there is no party "sailors"'],
    ['--speaker', 'guild,nobody', 'there is no party or speaker "nobody"'],
    ['--region', 'cannal', 'did you mean canal?'],
    ['--kind', 'demand,offers', 'did you mean offer?'],
    ['--source', 'gazette-4', 'did you mean gazette-1?'],
    ['--kind', '', 'there is no kind of claim ""'],
  ])('refuse what is not known: %s %s', async (option, value, message) => {
    const { code, error, out } = await harbourgate(['claims', option, value]);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(message);
  });

  it('have their texts and citations as JSON, verbose or not', async () => {
    const plain = await harbourgate(['claims', '--kind', 'offer', '--json']);
    const more = await harbourgate(['claims', '--kind', 'offer', '--verbose', '--json']);
    expect(more.out).toBe(plain.out);
    expect(items(object(plain), 'claims')[0]).toMatchObject({
      id: 'gazette-1.c6',
      citation: 'The Lock Gazette, by 12 Jan 2031 (gazette-1.c6)',
      statement: 'Northquay offers to let ships out, and none in.',
    });
  });

  it('of a member of a group have what the group says in them, on the record too', async () => {
    const { out } = await phasegate(['claims', '--speaker', 'egypt']);
    expect(ids(out)).toEqual(expect.arrayContaining(['document-3.c8', 'document-4.c1']));
    const about = await phasegate(['claims', '--about', 'egypt']);
    // Consultations that Egypt took part in, by a step of the record.
    expect(ids(about.out)).toEqual(expect.arrayContaining([...ids(out), 'document-1.c18']));
    const { out: help } = await phasegate(['claims', '--help']);
    expect(flat(help)).toContain('what a group says counts for its members');
  });
});

describe('claim', () => {
  it('shows all that is recorded of one', async () => {
    const { out, code } = await harbourgate(['claim', 'gazette-1.c8']);
    expect(code).toBe(0);
    const [head, statement] = out.split('\n');
    expect(head).toBe('The Lock Gazette, by 12 Jan 2031 (gazette-1.c8)');
    expect(statement).toBe('  Northquay is said to want the wreck raised before a second phase.');
    const labels = [...out.matchAll(/^ {2}(\w[\w ]*?) {2,}/gm)].map((match) => match[1]);
    expect(labels).toEqual(
      'said by,of,kind,hearsay,speaks of,regions,found in,publisher,published,perspective,disputed by,cited for'.split(
        ',',
      ),
    );
    for (const words of [
      'said by dock sources, unnamed of Northquay kind demand: what somebody asks for',
      'hearsay yes:',
      'speaks of no certain day',
      'regions wreck of the Marigold; phase',
      'paragraph 6 of gazette-1: First paper: the calm and the canal',
      'publisher The Lock Gazette. The masthead names it.',
      'published 10 to 12 Jan 2031. Inferred: It is dated 10 January and was reprinted two days later.',
      'disputed by unnamed publication, by 14 Feb 2031 (gazette-2.c6), Southquay: Southquay says that its part is done',
      'Disputed by 1 other claim, below.',
      'the condition "wreck of the Marigold: raised" (wreckRaised) of Northquay, before "',
      'The record ends on 2 Mar 2031',
    ])
      expect(flat(out)).toContain(words);
  });

  it('shows what disputes it whichever of the two says so', async () => {
    const { out } = await harbourgate(['claim', 'gazette-2.c6']);
    expect(flat(out)).toContain(
      'disputed by The Lock Gazette, by 12 Jan 2031 (gazette-1.c8), dock sources, unnamed, of Northquay (hearsay):',
    );
  });

  it('says what is not there', async () => {
    const { out } = await harbourgate(['claim', 'gazette-2.c11']);
    for (const words of [
      'regions none',
      'publisher not shown. The text shows no masthead.',
      'disputed by no other claim',
      'cited for nothing; it is there for the reader',
    ])
      expect(flat(out)).toContain(words);
  });

  it.each([
    [
      ['gazette-3.c4', 'gazette-1.c6', 'gazette-3.c4'],
      ['gazette-3.c4', 'gazette-1.c6'],
    ],
    // As a citation has them: (gazette-3.c1, c4); (gazette-1.c6)
    [
      ['gazette-3.c1,', 'c4', 'gazette-1.c6', 'c2'],
      ['gazette-3.c1', 'gazette-3.c4', 'gazette-1.c6', 'gazette-1.c2'],
    ],
    [['gazette-3.c1,c4'], ['gazette-3.c1', 'gazette-3.c4']],
  ])('takes several, each once, in the order asked: %j', async (words, wanted) => {
    const { out } = await harbourgate(['claim', ...words]);
    const heads = [...out.matchAll(/^The Lock Gazette, .*\((.*)\)$/gm)].map((match) => match[1]);
    expect(heads).toEqual(wanted);
    const answer = object(await harbourgate(['claim', ...words, '--json']));
    expect(items(answer, 'claims').map(({ id }) => id)).toEqual(wanted);
  });

  it('takes a source for its claims', async () => {
    const { out } = await harbourgate(['claim', 'gazette-3', 'gazette-1.c6']);
    expect(out).toMatch(
      /^The Lock Gazette, 2 Mar 2031 \(gazette-3\): Third paper: the wreck first\n/,
    );
    expect(flat(out)).toContain('published 2 Mar 2031. Inferred: The date stands on it.');
    expect(ids(out)).toEqual(Array.from({ length: 9 }, (_, at) => `gazette-3.c${at + 1}`));
    const answer = object(
      await harbourgate(['claim', 'gazette-3', 'c4', 'gazette-1.c6', '--json']),
    );
    expect(items(answer, 'claims')).toHaveLength(10);
  });

  it.each([
    [
      'gazette-1.c99',
      'there is no claim "gazette-1.c99" [unknown-id]\n  did you mean gazette-1.c9?',
    ],
    ['gazete-1', 'did you mean gazette-1?'],
    ['c99', 'its source comes first, such as gazette-1.c1'],
    ['c4', 'there is no claim "c4" [unknown-id]\n  its source comes first, such as gazette-1.c4'],
    ['nothing-like-it', 'the sources are gazette-1, gazette-2, gazette-3'],
    ['gazette-1.c1\u001b[31m', 'there is no claim "gazette-1.c1'],
  ])('refuses what is not known: %s', async (word, message) => {
    const { code, error, out } = await harbourgate(['claim', word, 'gazette-1.c1']);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(message);
    expect(error).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('asks for one', async () => {
    expect((await harbourgate(['claim'])).code).toBe(2);
  });

  it('is one JSON object, with the source, what disputes it and what it is cited for', async () => {
    const answer = object(await harbourgate(['claim', 'gazette-3.c4', '--json']));
    expect(answer).toMatchObject({
      schemaVersion: 2,
      agreement: 'harbour',
      recordEnds: '2031-03-02',
    });
    expect(answer['claims']).toEqual([
      expect.objectContaining({
        id: 'gazette-3.c4',
        citation: 'The Lock Gazette, 2 Mar 2031 (gazette-3.c4)',
        speaker: 'northquay',
        speakerTitle: 'Northquay',
        regionTitles: ['wreck of the Marigold'],
        publication: expect.objectContaining({
          id: 'gazette-3',
          name: null,
          publisher: 'The Lock Gazette',
        }),
        disputes: [
          expect.objectContaining({
            id: 'gazette-3.c2',
            statement: 'Divers located the wreck on 20 February.',
          }),
        ],
        citedFor: [
          expect.objectContaining({ kind: 'denial', step: 'wreck-located', reading: 'northquay' }),
        ],
      }),
    ]);
  });

  it('shows every claim of the record, with all lines inside the width', async () => {
    const sources = ['document-1', 'document-2', 'document-3', 'document-4', 'document-5'];
    const claims = items(object(await phasegate(['claim', ...sources, '--json'])), 'claims');
    const all = claims.map(({ id }) => String(id));
    const { out, error } = await phasegate(['claim', ...all], { width: 72 });
    expect(error).toBe('');
    expect(out.split('\n').filter((line) => line.length > 72)).toEqual([]);
    for (const id of all) expect(out).toContain(`${id})`);
  });
});

describe('text answers', () => {
  it.each([
    [['check', 'phaseTwo']],
    [['why', 'wreck']],
    [['timeline', 'phaseTwo']],
    [['play', 'harbour-record']],
    [['list', 'events']],
    [['waits']],
    [['plan', 'phaseTwo', '--reading', 'northquay']],
    [['pivots', 'phaseTwo', '--reading', 'northquay']],
  ])('cite by publisher and day before the id: %j', async (words) => {
    const { out } = await harbourgate(words);
    const cited = [...flat(out).matchAll(/(.{0,45})gazette-\d\.c\d+/g)].map((match) => match[1]);
    expect(cited.length).toBeGreaterThan(0);
    for (const before of cited) expect(before).toMatch(/, (?:by )?\d{1,2} \w{3} 2031 \($/);
  });
});

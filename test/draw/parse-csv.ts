/**
 * Comma-separated values read back, character by character and by the words of RFC 4180: a field is plain, or in quotes
 * within which a quote stands twice; a record ends with a carriage return and a line feed, the last one too.
 */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = '';
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (state === 'quoted') {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else state = 'closed';
    } else if (character === '"' && state === 'start') state = 'quoted';
    else if (character === ',' || (character === '\r' && text[at + 1] === '\n')) {
      record.push(field);
      [field, state] = ['', 'start'];
      if (character === '\r') {
        records.push(record);
        record = [];
        at += 1;
      }
    } else if (state === 'closed' || /["\r\n]/.test(character))
      throw new Error(`${JSON.stringify(character)} cannot stand at ${at}`);
    else [field, state] = [field + character, 'plain'];
  }
  if (record.length > 0 || state !== 'start') throw new Error('The last record does not end.');
  return records;
}

import { SaxesParser } from 'saxes';
import { Findings, type Found } from '../findings.ts';
import type { Place } from '../problem.ts';
import { DEEPEST, refuseCharacters } from '../tokens.ts';

/** An element of an XML file. What stands between the elements is not kept: no statechart needs it. */
export interface XmlElement {
  /** Without a prefix. */
  readonly name: string;
  /** Of its namespace; empty where it is in none. */
  readonly uri: string;
  /** By their names, prefixes included; what only declares namespaces is left out. */
  readonly attributes: ReadonlyMap<string, XmlAttribute>;
  readonly children: XmlElement[];
  readonly place: Place;
}

export interface XmlAttribute {
  readonly value: string;
  /** Where the value begins. */
  readonly place: Place;
}

/** Elements that one file may have: people draw a hundredth of it. */
const MOST_ELEMENTS = 10_000;

/**
 * Reads an XML file as its elements. A document type is refused, and with it every entity but XML's own five: nothing
 * is looked up elsewhere, and nothing grows.
 *
 * @returns the outermost element, or what is wrong, up to where reading ended
 */
export function readXml(text: string): XmlElement | readonly Found[] {
  const findings = new Findings(text);
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: XmlElement[] = [];
  /** Where the elements begin that are open. */
  const opened: number[] = [];
  let outermost: XmlElement | null = null;
  let attributes = new Map<string, XmlAttribute>();
  let begins = 0;
  let elements = 0;
  /** No callback of the parser can end the reading but by an exception. */
  const stop: Parameters<Findings['report']> extends infer P extends unknown[]
    ? (...problem: P) => never
    : never = (...problem) => {
    findings.report(...problem);
    throw new Stop();
  };
  parser.on('error', ({ message }) => {
    // After a bare & the parser looks for the end of a name, up to the end of the file.
    const bare = bareAmpersand(text, parser.position);
    if (bare !== null)
      stop(bare, 'not-xml', 'not valid XML: & begins an entity, and none follows', ON_ENTITIES);
    const place = message.startsWith('unclosed tag') ? (opened.at(-1) ?? 0) : parser.position;
    stop(place, 'not-xml', `not valid XML: ${message}`, hintOn(message));
  });
  parser.on('doctype', () =>
    stop(
      text.lastIndexOf('<!DOCTYPE', parser.position),
      'not-plain',
      'a document type (<!DOCTYPE), which a statechart file may not have',
      'remove it, and write out the entities that it defines',
    ),
  );
  parser.on('opentagstart', () => {
    begins = text.lastIndexOf('<', parser.position - 1);
    attributes = new Map();
    elements += 1;
    if (elements > MOST_ELEMENTS)
      stop(begins, 'too-large', 'too long: it has more elements than anybody writes by hand');
    if (open.length >= DEEPEST)
      stop(begins, 'too-large', `nested more than ${DEEPEST} levels deep`);
  });
  parser.on('attribute', ({ name, value }) => {
    // The quote that has just been closed stands nowhere within the value.
    const end = parser.position - 1;
    const offset = text.lastIndexOf(text.charAt(end), end - 1) + 1;
    refuseCharacters(value, offset, findings);
    if (name !== 'xmlns' && !name.startsWith('xmlns:'))
      attributes.set(name, { value, place: findings.at(offset) });
  });
  parser.on('opentag', ({ local, uri }) => {
    const place = findings.at(begins);
    const element: XmlElement = { name: local, uri, attributes, children: [], place };
    open.at(-1)?.children.push(element);
    outermost ??= element;
    open.push(element);
    opened.push(begins);
  });
  parser.on('closetag', () => {
    open.pop();
    opened.pop();
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  // What callbacks write, the compiler does not see.
  const read = outermost as XmlElement | null;
  return read === null || findings.found.length > 0 ? findings.found : read;
}

class Stop extends Error {}

/** Where an & stands first that begins no entity, up to an offset; null where none does. */
function bareAmpersand(text: string, end: number): number | null {
  const parts =
    /<!--.*?(?:-->|$)|<!\[CDATA\[.*?(?:\]\]>|$)|<\?.*?(?:\?>|$)|(&(?!#?[\p{L}\p{N}_.:-]+;))/gsu;
  for (const { index, 1: bare } of text.matchAll(parts)) {
    if (index >= end) break;
    if (bare !== undefined) return index;
  }
  return null;
}

const ON_ENTITIES = 'write & as &amp; and < as &lt;';

function hintOn(message: string): string {
  if (/entit|disallowed character in attribute value/.test(message)) return ON_ENTITIES;
  if (/attribute/.test(message)) return 'write an attribute as name="value", and only once';
  if (/unbound namespace/.test(message)) return 'declare the prefix with xmlns:prefix="..."';
  if (/tag|root/.test(message))
    return 'close every <name> with </name>, the last one opened first; one element is around all others';
  return 'an XML file consists of elements: <name attribute="value">...</name>';
}

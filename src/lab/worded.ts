import { badCharacterIn } from '../model/plain-text.ts';
import type { Given } from '../model/assumed-step.ts';
import type { LabMessage } from './message.ts';

/**
 * A message with its words as they are kept: without blanks at either end, and reasons and notes of blanks alone left
 * out. So what is made can be kept, and what is kept can be read as any file.
 *
 * @returns the message, or why its words cannot be kept, in a sentence
 */
export function worded(message: LabMessage): LabMessage | string {
  switch (message.kind) {
    case 'take': {
      const { because, note, ...given } = message.given;
      const words = { ...saying('because', because), ...saying('note', note) };
      return whyBad(because) ?? whyBad(note) ?? { ...message, given: { ...given, ...words } };
    }
    case 'lay':
    case 'name': {
      const title = message.title.trim();
      if (title === '') return 'A branch needs a name.';
      return whyBad(title) ?? { ...message, title };
    }
    case 'change': {
      const { change } = message;
      if (!('text' in change)) return message;
      const text = change.text?.trim() ?? '';
      return whyBad(text) ?? { ...message, change: { ...change, text: text === '' ? null : text } };
    }
    default:
      return message;
  }
}

function saying(key: 'because' | 'note', text: string | undefined): Given {
  const words = text?.trim() ?? '';
  return words === '' ? {} : { [key]: words };
}

function whyBad(text: string | undefined): string | null {
  const bad = badCharacterIn(text ?? '');
  return bad === null
    ? null
    : `There is a control or invisible formatting character in it, ${bad}: leave it out.`;
}

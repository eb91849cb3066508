import type { Story } from '../model/story.ts';

/** A step as a sentence names it: by its title, in quotes. Its id means something to commands and files alone. */
export function stepNamed(steps: Story['steps'], id: string): string {
  return quoted(steps.find((step) => step.id === id)?.title ?? id);
}

/** A scenario as a sentence names it that has steps of it. */
export function scenarioNamed({ scenario, titles }: Story, id: string): string {
  return quoted((id === scenario.id ? scenario.title : titles?.get(id)) ?? id);
}

/** A title within a sentence. */
export function quoted(title: string): string {
  return `"${title}"`;
}

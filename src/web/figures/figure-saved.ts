import type { Ink } from './figure.ts';

/** What a colour is on the page as it is shown: light or dark, as whoever looks at it has it. */
export function colourShown(place: Element): (ink: Ink) => string {
  const probe = document.createElement('span');
  place.append(probe);
  const known = new Map<Ink, string>();
  // The colours are all asked for at once, so the probe can go at the end of the turn.
  queueMicrotask(() => probe.remove());
  return (ink) => {
    let found = known.get(ink);
    if (found === undefined) {
      probe.style.color = `var(--${ink})`;
      found = getComputedStyle(probe).color;
      known.set(ink, found);
    }
    return found;
  };
}

/** An SVG file as a picture of dots, twice as fine as on the page; null where the browser makes none of it. */
export async function pngOf(svg: string, width: number, height: number): Promise<Blob | null> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    // No browser draws on what is wider or higher than this.
    const scale = Math.min(2, 16_000 / width, 16_000 / height);
    canvas.width = Math.ceil(width * scale);
    canvas.height = Math.ceil(height * scale);
    const context = canvas.getContext('2d');
    if (context === null) return null;
    context.scale(scale, scale);
    context.drawImage(image, 0, 0);
    return await new Promise((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

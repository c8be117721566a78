// Draws pictures as PNG. The drawing libraries are loaded with the first picture, so that they do not slow the start.
import type { Picture } from '../bot/index.ts';

/**
 * The picture as a PNG file, 1,000 pixels wide, on an opaque ground. Equal pictures give equal bytes.
 * @throws {Error} if the drawing library cannot be loaded on this system
 */
export async function draw(picture: Picture): Promise<Buffer> {
  if (picture.kind === 'bars') return (await import('./bars.ts')).drawBars(picture);
  return (await import('./timeline.ts')).drawTimeline(picture);
}

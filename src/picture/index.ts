// Draws pictures as PNG; the drawing libraries are loaded with the first picture, so that starting costs nothing.
import type { Picture } from '../bot/index.ts';

/**
 * The picture as a PNG file, 1,000 pixels wide on an opaque ground: the same bytes for the same picture.
 * @throws {Error} when the drawing library cannot be loaded on this system
 */
export async function draw(picture: Picture): Promise<Buffer> {
  if (picture.kind === 'bars') return (await import('./bars.ts')).drawBars(picture);
  return (await import('./timeline.ts')).drawTimeline(picture);
}

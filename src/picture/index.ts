// Draws pictures as PNG: in this thread, or each once by a painter. The libraries are loaded with the first picture.
import type { Picture } from '../bot/index.ts';

export { createPainter, type Painter } from './painter.ts';

/**
 * The picture as a PNG file, 1,000 pixels wide, on an opaque ground. Equal pictures give equal bytes.
 * @throws {Error} if the drawing library cannot be loaded on this system
 */
export async function draw(picture: Picture): Promise<Buffer> {
  if (picture.kind === 'bars') return (await import('./bars.ts')).drawBars(picture);
  return (await import('./timeline.ts')).drawTimeline(picture);
}

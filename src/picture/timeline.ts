// Draws events one below the other, each with its date. The distances have no meaning, and the picture says so.
import type { Timeline } from '../bot/index.ts';
import { COLOUR, createPaper, FONT, MARGIN, TEXT_SIZE, TITLE_SIZE, WIDTH, wrap, write } from './paper.ts';

const HEAD = MARGIN + TITLE_SIZE + 60;
const LINE = TEXT_SIZE * 1.3;
const GAP = 36;
const FOOT = 70;
const AXIS = MARGIN + 14;
const TEXT = AXIS + 46;
const DOT = 13;

/** The timeline as a PNG file, as high as its events need. */
export function drawTimeline({ title, events }: Timeline): Buffer {
  const measure = createPaper(1).pen;
  measure.font = `${TEXT_SIZE}px "${FONT}"`;
  const entries = events.map(({ when, what }) => ({
    when,
    lines: wrap(measure, what, WIDTH - TEXT - MARGIN),
  }));
  const heightOf = ({ lines }: { lines: string[] }) => (lines.length + 1) * LINE + GAP;
  const height = HEAD + entries.reduce((sum, entry) => sum + heightOf(entry), 0) + FOOT;

  const { canvas, pen } = createPaper(Math.ceil(height));
  write(pen, title, { x: MARGIN, y: MARGIN + TITLE_SIZE, font: `bold ${TITLE_SIZE}px "${FONT}"` });
  pen.fillStyle = COLOUR.line;
  const last = entries.at(-1);
  pen.fillRect(AXIS - 3, HEAD, 6, height - HEAD - FOOT - (last ? heightOf(last) : 0));
  let y = HEAD;
  for (const entry of entries) {
    pen.fillStyle = COLOUR.first;
    pen.beginPath();
    pen.arc(AXIS, y, DOT, 0, 2 * Math.PI);
    pen.fill();
    const baseline = y + TEXT_SIZE / 3;
    write(pen, entry.when, { x: TEXT, y: baseline, font: `bold ${TEXT_SIZE}px "${FONT}"` });
    entry.lines.forEach((line, index) => {
      write(pen, line, { x: TEXT, y: baseline + (index + 1) * LINE });
    });
    y += heightOf(entry);
  }
  write(pen, 'In order, not to scale.', {
    x: MARGIN,
    y: height - MARGIN,
    font: `${TEXT_SIZE - 6}px "${FONT}"`,
    colour: COLOUR.faint,
  });
  return canvas.toBuffer('image/png');
}

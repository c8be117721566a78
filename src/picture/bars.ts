// Draws figures of one unit as bars that begin at the same line, each below its label. A missing figure is marked as
// missing.
import type { Bars } from '../bot/index.ts';
import { COLOUR, createPaper, FONT, MARGIN, TEXT_SIZE, TITLE_SIZE, WIDTH, wrap, write } from './paper.ts';

const LINE = TEXT_SIZE * 1.3;
const TITLE_LINE = TITLE_SIZE * 1.3;
const BAR = 44;
/** Pixels below a bar, and above the name of a measure. */
const GAP = 30;
const TRACK = WIDTH - 2 * MARGIN;
const INKS = [COLOUR.first, COLOUR.second, COLOUR.third, COLOUR.fourth];
const PLAIN = `${TEXT_SIZE}px "${FONT}"`;
const BOLD = `bold ${PLAIN}`;
const TITLE = `bold ${TITLE_SIZE}px "${FONT}"`;

/** Draws the chart as a PNG file, as high as its bars need. The full width is 100%, or the largest figure. */
export function drawBars({ title, unit, groups }: Bars): Buffer {
  const values = groups.flatMap(({ bars }) => bars.flatMap(({ value }) => value ?? []));
  const most = Math.max(...values, ...(unit === 'percent' ? [100] : []));
  const measure = createPaper(1).pen;
  const lines = (text: string, font: string) => {
    measure.font = font;
    return wrap(measure, text, TRACK);
  };
  const titles = lines(title, TITLE);
  const named = groups.map(({ name, bars }) => ({
    names: lines(name, BOLD),
    bars: bars.map((bar, at) => ({
      ...bar,
      texts: lines(`${bar.label}: ${bar.says}`, PLAIN),
      ink: INKS[at % INKS.length] ?? COLOUR.first,
    })),
  }));
  const height =
    2 * MARGIN +
    titles.length * TITLE_LINE +
    named.reduce(
      (sum, { names, bars }) =>
        sum +
        GAP +
        names.length * LINE +
        bars.reduce(
          (all, { texts, value }) => all + texts.length * LINE + (value === undefined ? 0 : BAR + GAP),
          0,
        ),
      0,
    );

  const { canvas, pen } = createPaper(Math.ceil(height));
  let y = MARGIN;
  const say = (texts: readonly string[], font: string, line: number) => {
    for (const text of texts) {
      y += line;
      write(pen, text, { x: MARGIN, y: y - line / 4, font });
    }
  };
  say(titles, TITLE, TITLE_LINE);
  for (const { names, bars } of named) {
    y += GAP;
    say(names, BOLD, LINE);
    for (const { texts, value, ink } of bars) {
      say(texts, PLAIN, LINE);
      // An empty bar would be taken for zero.
      if (value === undefined) continue;
      pen.fillStyle = COLOUR.line;
      pen.fillRect(MARGIN, y, TRACK, BAR);
      pen.fillStyle = ink;
      if (most > 0) pen.fillRect(MARGIN, y, (TRACK * Math.max(value, 0)) / most, BAR);
      y += BAR + GAP;
    }
  }
  return canvas.toBuffer('image/png');
}

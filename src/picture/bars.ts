// Draws percentages as bars on an axis from 0 to 100, with the figure on each bar. A missing figure says so.
import { BarController, BarElement, CategoryScale, Chart, LinearScale, type Plugin } from 'chart.js';
import type { Bars } from '../bot/index.ts';
import { COLOUR, createPaper, FONT, MARGIN, TEXT_SIZE, TITLE_SIZE, WIDTH, wrap, write } from './paper.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

const HEIGHT = 760;
const HEAD = MARGIN + TITLE_SIZE + 50;
const LINE = TEXT_SIZE * 1.25;
const INKS = [COLOUR.now, COLOUR.before];

/** The chart as a PNG file. */
export function drawBars({ title, groups }: Bars): Buffer {
  const { canvas, pen } = createPaper(title, HEIGHT);
  const labels = groups[0]?.bars.map(({ label }) => label) ?? [];
  const chart = new Chart(pen as never, {
    type: 'bar',
    data: {
      labels: groups.map(({ name }) => wrapLabel(name)),
      datasets: labels.map((label, at) => ({
        label,
        data: groups.map(({ bars }) => bars[at]?.value ?? 0),
        backgroundColor: INKS[at % INKS.length] ?? COLOUR.now,
      })),
    },
    options: {
      responsive: false,
      animation: false,
      devicePixelRatio: 1,
      layout: { padding: { top: HEAD, left: MARGIN, right: MARGIN, bottom: MARGIN / 2 } },
      scales: {
        y: {
          min: 0,
          max: 100,
          ticks: { stepSize: 25, callback: (value) => `${value}%`, ...inkOf(TEXT_SIZE - 4, COLOUR.faint) },
          grid: { color: COLOUR.line },
          border: { display: false },
        },
        x: { ticks: { ...inkOf(TEXT_SIZE, COLOUR.ink), autoSkip: false }, grid: { display: false } },
      },
    },
    plugins: [ground],
  });
  // The chart clears the page, so the title is written after it.
  write(pen, title, { x: MARGIN, y: MARGIN + TITLE_SIZE, font: `bold ${TITLE_SIZE}px "${FONT}"` });
  groups.forEach(({ bars }, group) => {
    bars.forEach(({ label, value, says }, at) => {
      const bar = chart.getDatasetMeta(at).data[group];
      if (!bar) return;
      const { x, y, width, height } = bar.getProps(['x', 'y', 'width', 'height'], true) as Record<
        'x' | 'y' | 'width' | 'height',
        number
      >;
      const isMissing = value === undefined;
      const isInside = !isMissing && height > 3 * LINE;
      pen.font = isMissing ? SMALL : BOLD;
      const lines = wrap(pen, says, width);
      const top = isInside ? y + LINE : y - 16 - lines.length * LINE;
      const colour = isInside ? COLOUR.ground : COLOUR.ink;
      write(pen, label, { x, y: top, align: 'center', colour });
      lines.forEach((line, index) => {
        const font = isMissing ? SMALL : BOLD;
        write(pen, line, { x, y: top + (index + 1) * LINE, align: 'center', colour, font });
      });
    });
  });
  const png = canvas.toBuffer('image/png');
  chart.destroy();
  return png;

  function wrapLabel(name: string): string[] {
    pen.font = `${TEXT_SIZE}px "${FONT}"`;
    return wrap(pen, name, WIDTH / groups.length - 2 * MARGIN);
  }
}

const BOLD = `bold ${TEXT_SIZE}px "${FONT}"`;
const SMALL = `${TEXT_SIZE - 6}px "${FONT}"`;

const inkOf = (size: number, color: string) => ({ color, font: { family: FONT, size } });

/** The chart clears the page before it draws. */
const ground: Plugin<'bar'> = {
  id: 'ground',
  beforeDraw({ ctx, width, height }) {
    ctx.fillStyle = COLOUR.ground;
    ctx.fillRect(0, 0, width, height);
  },
};

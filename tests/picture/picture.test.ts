// Pictures are opaque PNG files, the same bytes for the same data, and their sizes follow the data.
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { altText, type Bars, type Timeline } from '../../src/bot/index.ts';
import { draw } from '../../src/picture/index.ts';
import { COLOUR } from '../../src/picture/paper.ts';

const bars = (value: number): Bars => ({
  kind: 'bars',
  title: 'Two votes',
  unit: 'percent',
  groups: [
    {
      name: 'Voted yes',
      bars: [
        { label: '2017', value, says: `${value}%` },
        { label: '2007', says: "the article doesn't say" },
      ],
    },
  ],
});
const timeline = (...whats: string[]): Timeline => ({
  kind: 'timeline',
  title: 'Dates in order',
  events: whats.map((what) => ({ when: 'Monday', what })),
});

/** The pixels of a picture, four bytes each. */
async function pixelsOf(png: Buffer) {
  const image = await loadImage(png);
  const pen = createCanvas(image.width, image.height).getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, image.width, image.height);
  return { width: image.width, height: image.height, data };
}

/** The number of columns of pixels in which some pixel has this colour. */
async function widthOf(png: Buffer, colour: string): Promise<number> {
  const { width, height, data } = await pixelsOf(png);
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const isIn = (column: number) => {
    for (let row = 0; row < height; row += 1) {
      const at = 4 * (row * width + column);
      if (data[at] === r && data[at + 1] === g && data[at + 2] === b) return true;
    }
    return false;
  };
  return Array.from({ length: width }, (_, column) => column).filter(isIn).length;
}

test.each([bars(90), timeline('Talks begin', 'Talks end')])(
  '$kind: opaque, and the same bytes again',
  async (picture) => {
    const png = await draw(picture);
    expect(await draw(structuredClone(picture))).toEqual(png);
    const { width, data } = await pixelsOf(png);
    expect(width).toBe(1000);
    expect(data.every((value, at) => at % 4 !== 3 || value === 255)).toBe(true);
  },
);

test('a bar begins at 0: half the value is half as long', async () => {
  const [whole, half] = await Promise.all(
    [bars(96), bars(48)].map(async (one) => widthOf(await draw(one), COLOUR.first)),
  );
  expect(Math.abs((whole ?? 0) / 2 - (half ?? 0))).toBeLessThan(3);
});

test('a missing figure has no bar, nor an empty track, which would be a zero', async () => {
  expect(await widthOf(await draw(bars(90)), COLOUR.second)).toBe(0);
  expect(await widthOf(await draw(bars(100)), COLOUR.line)).toBe(0);
});

test('of other units than percent the largest figure is the longest bar, whatever it is', async () => {
  const dollars = (value: number): Bars => ({ ...bars(value), unit: 'dollars' });
  const longest = await widthOf(await draw(dollars(3)), COLOUR.first);
  expect(longest).toBeGreaterThan(900);
  expect(await widthOf(await draw(dollars(13_000)), COLOUR.first)).toBe(longest);
  expect(await widthOf(await draw(bars(3)), COLOUR.first)).toBeLessThan(longest / 10);
  expect(await widthOf(await draw(bars(300)), COLOUR.first)).toBe(longest);
  for (const value of [0, -5]) {
    const [group] = dollars(value).groups;
    const beside = [...(group?.bars ?? []).slice(0, 1), { label: '2007', value: 3, says: '3' }];
    const two = { ...dollars(value), groups: [{ name: 'Price', bars: beside }] };
    expect(await widthOf(await draw(two), COLOUR.first)).toBe(0);
  }
});

test('every bar makes the picture higher, and a long name is broken into lines', async () => {
  const columns = (label: string, count: number): Bars => ({
    ...bars(12),
    groups: [
      {
        name: 'Price',
        bars: Array.from({ length: count }, () => ({ label, value: 3, says: '3 dollars' })),
      },
    ],
  });
  const heights = await Promise.all(
    [columns('1970', 2), columns('1970', 4), columns('many words '.repeat(12).trim(), 4)].map(
      async (one) => (await pixelsOf(await draw(one))).height,
    ),
  );
  expect(heights).toEqual([...new Set(heights)].sort((a, b) => a - b));
  expect(heights).toHaveLength(3);
});

test('a longer timeline is a higher picture, and a long event is broken into lines', async () => {
  const heights = await Promise.all(
    [timeline('A'), timeline('A', 'B'), timeline('many words '.repeat(12).trim())].map(
      async (one) => (await pixelsOf(await draw(one))).height,
    ),
  );
  expect(heights[1]).toBeGreaterThan(heights[0] ?? 0);
  expect(heights[2]).toBeGreaterThan(heights[0] ?? 0);
});

test('the alt text says every figure and every date of the picture', () => {
  expect(altText(bars(96.3))).toBe(
    "Bar chart. Two votes. Voted yes: 2017: 96.3%, 2007: the article doesn't say.",
  );
  expect(altText(timeline('Talks begin'))).toBe('Timeline. Dates in order. Monday: Talks begin.');
});

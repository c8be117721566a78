// Pictures are opaque PNG files, the same bytes for the same data, and their sizes follow the data.
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { altText, type Bars, type Timeline } from '../../src/bot/index.ts';
import { draw } from '../../src/picture/index.ts';
import { COLOUR } from '../../src/picture/paper.ts';

const bars = (value: number): Bars => ({
  kind: 'bars',
  title: 'Two votes',
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

/** The number of rows in which some pixel has this colour. */
async function rowsWith(png: Buffer, colour: string): Promise<number> {
  const { width, height, data } = await pixelsOf(png);
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const isIn = (row: number) => {
    for (let at = row * width * 4; at < (row + 1) * width * 4; at += 4)
      if (data[at] === r && data[at + 1] === g && data[at + 2] === b) return true;
    return false;
  };
  return Array.from({ length: height }, (_, row) => row).filter(isIn).length;
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

test('the axis begins at 0: half the value is half as high', async () => {
  const [whole, half] = await Promise.all(
    [bars(96), bars(48)].map(async (one) => rowsWith(await draw(one), COLOUR.now)),
  );
  expect(Math.abs((whole ?? 0) / 2 - (half ?? 0))).toBeLessThan(3);
});

test('a missing figure has no bar', async () => {
  expect(await rowsWith(await draw(bars(90)), COLOUR.before)).toBe(0);
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

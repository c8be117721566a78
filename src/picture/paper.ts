// The page that every picture is drawn on: its size, colours and bundled font, readable on a phone in both themes.
import { createRequire } from 'node:module';
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';

/** A phone shows a picture about 350 points wide, so text of 34 pixels is about as large as the text of a message. */
export const WIDTH = 1000;
export const MARGIN = 40;
export const TEXT_SIZE = 34;
export const TITLE_SIZE = 36;

/**
 * The same picture is seen in both themes. A dark ground is glaring in neither. Every colour is light enough to be
 * read on it, and dark enough that text in the colour of the ground can be read on a bar.
 */
export const COLOUR = {
  ground: '#2b3542',
  ink: '#f1f4f7',
  faint: '#b7c2ce',
  line: '#485565',
  first: '#86b6e4',
  second: '#e2a866',
  third: '#8fc9a3',
  fourth: '#cfa3d6',
} as const;

/** A name of its own, so that no system font is used in its place. */
export const FONT = 'Picket Desk Sans';

const { resolve } = createRequire(import.meta.url);
for (const file of ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'])
  GlobalFonts.registerFromPath(resolve(`dejavu-fonts-ttf/ttf/${file}`), FONT);

/** An empty page of this height. */
export function createPaper(height: number): { canvas: Canvas; pen: SKRSContext2D } {
  const canvas = createCanvas(WIDTH, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = COLOUR.ground;
  pen.fillRect(0, 0, WIDTH, height);
  return { canvas, pen };
}

/** Writes one line with its baseline at `y`. */
export function write(
  pen: SKRSContext2D,
  text: string,
  {
    x,
    y,
    font = `${TEXT_SIZE}px "${FONT}"`,
    colour = COLOUR.ink,
    align = 'left',
  }: { x: number; y: number; font?: string; colour?: string; align?: CanvasTextAlign },
): void {
  pen.font = font;
  pen.fillStyle = colour;
  pen.textAlign = align;
  pen.textBaseline = 'alphabetic';
  pen.fillText(text, x, y);
}

/** Breaks a text between words into lines of at most `width` pixels, in the pen's font. */
export function wrap(pen: SKRSContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ');
    if (lines.length > 0 && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

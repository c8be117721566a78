// Draws the pictures of a reply, with a drawing function that the caller provides.
import type { Picture, Reply } from '../bot/index.ts';
import type { Log } from './logger.ts';

/** Draws a picture as a PNG file. */
export type Draw = (picture: Picture) => Promise<Buffer>;

export interface DrawnPicture {
  picture: Picture;
  png: Buffer;
}

/** Draws a reply's pictures in order. A picture that fails is logged and left out, since the texts hold its figures. */
export async function drawPictures({ blocks }: Reply, draw: Draw, log: Log): Promise<DrawnPicture[]> {
  const pictures = blocks.flatMap((block) => (block.kind === 'picture' ? [block.picture] : []));
  const drawn = pictures.map(async (picture): Promise<DrawnPicture[]> => {
    try {
      return [{ picture, png: await draw(picture) }];
    } catch (err) {
      log.error({ err }, `The picture "${picture.title}" could not be drawn`);
      return [];
    }
  });
  return (await Promise.all(drawn)).flat();
}

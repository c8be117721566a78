// Draws the pictures of a knowledge before anybody asks for them, so that the first to ask does not wait.
import { type Desk, standardPictures } from '../bot/index.ts';
import type { Draw } from '../discord/index.ts';

/**
 * Draws every picture that does not depend on what a member types.
 *
 * @param draw keeps what it draws; a failure is logged when somebody asks for that picture
 */
export function drawAhead({ knowledge }: Desk, draw: Draw): void {
  for (const picture of standardPictures(knowledge)) draw(picture).catch(() => {});
}

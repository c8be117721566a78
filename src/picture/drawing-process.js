// The program of the drawing process: it draws one picture after another, and sends back PNG files.
// It is JavaScript because a process does not inherit the loader that reads TypeScript; it registers one first.
import { register } from 'tsx/esm/api';

/** @import { DrawingResult, DrawingTask } from './painter.ts' */

// A terminal sends Ctrl+C to this process too. It should end with the bot, which may still need a picture.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

register();
const { draw } = await import('./index.ts');

process.on('message', async (/** @type {DrawingTask} */ { task, picture }) => {
  /** @type {DrawingResult} */
  let result;
  try {
    result = { task, png: await draw(picture) };
  } catch (cause) {
    result = { task, error: cause instanceof Error ? cause.message : String(cause) };
  }
  process.send?.(result);
});

// What runs in the drawing thread: it takes pictures one after the other, and gives back PNG files.
// It is JavaScript because a thread does not inherit the loader that reads TypeScript; it registers one first.
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

/** @import { DrawingResult, DrawingTask } from './painter.ts' */

register();
const { draw } = await import('./index.ts');

parentPort?.on('message', async (/** @type {DrawingTask} */ { task, picture }) => {
  /** @type {DrawingResult} */
  let result;
  try {
    result = { task, png: await draw(picture) };
  } catch (cause) {
    // An error of native code cannot always be copied from thread to thread; its message can.
    result = { task, error: cause instanceof Error ? cause.message : String(cause) };
  }
  parentPort?.postMessage(result);
});

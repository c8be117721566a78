// A progress bar on one line of a terminal.
import { clearLine, cursorTo } from 'node:readline';
import type { Writable } from 'node:stream';

const WIDTH = 24;

export interface ProgressBar {
  /** Draws the bar with what is being done beside it, in the place of the last one. A full bar disappears. */
  draw(done: number, total: number, what: string): void;
  /** Takes the bar away, so that a line can be written in its place. */
  clear(): void;
}

/** Makes a progress bar. It is drawn only if the stream is a terminal: a file or a pipe gets nothing. */
export function createProgressBar(stream: Writable & { isTTY?: boolean; columns?: number }): ProgressBar {
  let isDrawn = false;
  function clear(): void {
    if (!isDrawn) return;
    isDrawn = false;
    cursorTo(stream, 0);
    clearLine(stream, 0);
  }
  return {
    clear,
    draw(done, total, what) {
      if (!stream.isTTY) return;
      clear();
      if (done >= total) return;
      const filled = Math.round((WIDTH * done) / total);
      const percent = `${Math.floor((100 * done) / total)}%`.padStart(4);
      const line = `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}]${percent}  ${what}`;
      // A line that wraps could not be taken away again.
      stream.write(line.slice(0, (stream.columns || 80) - 1));
      isDrawn = true;
    },
  };
}

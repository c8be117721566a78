// The progress of long work: a bar on one line of a terminal; elsewhere a line for each new piece of work.
import { clearLine, cursorTo } from 'node:readline';
import type { Writable } from 'node:stream';

const WIDTH = 24;

export interface ProgressBar {
  /**
   * Draws the bar, with the current step beside it, in place of the last bar. A full bar disappears. A stream that is
   * not a terminal gets a line only when the step changes.
   */
  draw(done: number, total: number, what: string): void;
  /** Removes the bar, so that a line can be written in its place. */
  clear(): void;
}

/**
 * Creates a progress bar. It is only drawn if the stream is a terminal, since it could not be removed from a file or
 * a pipe.
 */
export function createProgressBar(stream: Writable & { isTTY?: boolean; columns?: number }): ProgressBar {
  let isDrawn = false;
  let begun: string | undefined;
  function clear(): void {
    if (!isDrawn) return;
    isDrawn = false;
    cursorTo(stream, 0);
    clearLine(stream, 0);
  }
  return {
    clear,
    draw(done, total, what) {
      clear();
      if (done >= total) return;
      if (!stream.isTTY) {
        if (what !== begun) stream.write(`${what} ...\n`);
        begun = what;
        return;
      }
      const filled = Math.round((WIDTH * done) / total);
      const percent = `${Math.floor((100 * done) / total)}%`.padStart(4);
      const line = `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}]${percent}  ${what}`;
      // A line that wraps could not be removed again.
      stream.write(line.slice(0, (stream.columns || 80) - 1));
      isDrawn = true;
    },
  };
}

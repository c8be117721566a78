// The progress of long work: a bar on one line of a terminal; elsewhere a line for each new piece of work.
import { clearLine, cursorTo } from 'node:readline';
import type { Writable } from 'node:stream';

const WIDTH = 24;

export interface ProgressBar {
  /**
   * Draws the bar with what is being done beside it, in the place of the last one. A full bar disappears. A stream that
   * is no terminal gets a line when something else is begun than at the last call.
   */
  draw(done: number, total: number, what: string): void;
  /** Takes the bar away, so that a line can be written in its place. */
  clear(): void;
}

/** Makes a progress bar. It is drawn only if the stream is a terminal: in a file or a pipe it could not be taken away. */
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
      // A line that wraps could not be taken away again.
      stream.write(line.slice(0, (stream.columns || 80) - 1));
      isDrawn = true;
    },
  };
}

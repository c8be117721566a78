// Draws each picture once, in a process of its own, so that no other answer waits for it.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { Picture } from '../bot/index.ts';

/** A picture to draw. Its result has the same number. */
export interface DrawingTask {
  task: number;
  picture: Picture;
}

/** The bytes of a PNG file, or what went wrong. */
export type DrawingResult = { task: number } & ({ png: Uint8Array } | { error: string });

/**
 * Maximum bytes of all pictures that are kept. A picture has 30 to 100 kB. There is one for each comparison, one for
 * the timeline, and one for each choice of dates that members make.
 */
const KEPT_BYTES = 8 * 1024 * 1024;

/**
 * Milliseconds without work after which the process ends, which frees all of its memory. A thread with the same work
 * left 60 MB behind.
 */
const IDLE = 1_000;

export interface Painter {
  /**
   * Draws a picture as a PNG file. Equal pictures are drawn once, for as long as they are kept.
   *
   * @throws {Error} if it cannot be drawn; the next call tries again
   */
  draw(picture: Picture): Promise<Buffer>;
  /** Ends the process. A picture that is being drawn fails. */
  close(): Promise<void>;
}

/** Creates a painter. Its process starts with the first picture. */
export function createPainter(): Painter {
  const drawing = createDrawing();
  const kept = new LRUCache<string, Buffer, { picture: Picture }>({
    maxSize: KEPT_BYTES,
    sizeCalculation: (png) => png.length,
    fetchMethod: (_key, _stale, { context }) => drawing.draw(context.picture),
  });
  return {
    async draw(picture) {
      const png = await kept.fetch(JSON.stringify(picture), { context: { picture } });
      if (!png) throw new Error('The drawing was given up');
      return png;
    },
    close: drawing.close,
  };
}

/** A process that starts when it is needed, and ends when nothing has been drawn for a while. */
function createDrawing(): Painter {
  const waiting = new Map<number, { resolve: (png: Buffer) => void; reject: (error: Error) => void }>();
  let child: ChildProcess | undefined;
  let ending: NodeJS.Timeout | undefined;
  let tasks = 0;

  function start(): ChildProcess {
    const started = fork(join(import.meta.dirname, 'drawing-process.js'), {
      execArgv: [],
      // Sends bytes as bytes, not as JSON.
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    started.on('message', (result: DrawingResult) => {
      const task = waiting.get(result.task);
      waiting.delete(result.task);
      if ('png' in result) task?.resolve(Buffer.from(result.png));
      else task?.reject(new Error(result.error));
      if (waiting.size > 0) return;
      // A process that is only waiting does not keep the bot alive.
      started.unref();
      started.channel?.unref();
      ending = setTimeout(close, IDLE).unref();
    });
    started.on('error', (error) => fail(error));
    started.on('exit', (code, signal) => {
      if (child === started) fail(new Error(`The drawing process ended with ${signal ?? `code ${code}`}`));
    });
    return started;
  }

  function fail(error: Error): void {
    child = undefined;
    for (const task of waiting.values()) task.reject(error);
    waiting.clear();
  }

  async function close(): Promise<void> {
    clearTimeout(ending);
    const last = child;
    fail(new Error('The drawing process was closed'));
    if (!last || last.exitCode !== null || last.signalCode !== null) return;
    // Otherwise a program in which nothing else is left would end before the process has.
    last.ref();
    last.kill('SIGKILL');
    await once(last, 'exit');
  }

  return {
    draw: (picture) =>
      new Promise((resolve, reject) => {
        clearTimeout(ending);
        child ??= start();
        child.ref();
        child.channel?.ref();
        tasks += 1;
        waiting.set(tasks, { resolve, reject });
        const task: DrawingTask = { task: tasks, picture };
        child.send(task);
      }),
    close,
  };
}

// The interactions that are being answered, and how long to wait for them at the end.

/** Milliseconds for what is under way to be finished when the bot is closed. */
const GRACE = 10_000;

export interface UnderWay {
  /** Adds an interaction that is being answered; it leaves when it is done. */
  add(answering: Promise<void>): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /**
   * Waits until nothing is under way, for at most `grace` milliseconds.
   *
   * @returns how many interactions were left unfinished
   */
  finish(grace?: number): Promise<number>;
}

/** Creates an empty set of interactions under way. */
export function createUnderWay(): UnderWay {
  const all = new Set<Promise<void>>();
  const idle = async () => void (await Promise.all(all));
  return {
    add(answering) {
      const done = answering.finally(() => all.delete(done));
      all.add(done);
    },
    idle,
    async finish(grace = GRACE) {
      await Promise.race([idle(), unreferenced(grace)]);
      return all.size;
    },
  };
}

/** Resolves after a number of milliseconds, without keeping the process alive. */
const unreferenced = (milliseconds: number) =>
  new Promise<void>((resolve) => void setTimeout(resolve, milliseconds).unref());

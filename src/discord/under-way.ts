// The interactions that are being answered now, and how long they are waited for at the end.

/** Milliseconds that what is under way gets to be finished when the bot is closed. */
const GRACE = 10_000;

export interface UnderWay {
  /** Adds an interaction that is being answered; it leaves when it is done. */
  add(answering: Promise<void>): void;
  /** Resolves when there is none. */
  idle(): Promise<void>;
  /** Waits until there is none, for at most `grace` milliseconds. @returns how many were not finished */
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

/** Resolves after so many milliseconds, and keeps no process alive. */
const unreferenced = (milliseconds: number) =>
  new Promise<void>((resolve) => void setTimeout(resolve, milliseconds).unref());

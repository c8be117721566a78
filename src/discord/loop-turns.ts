// Gives each of several interactions that arrive together its own iteration of the event loop.

/**
 * Creates a function that resolves when it is the caller's turn, which is at once for one that comes alone. Between two
 * turns, whatever is ready is sent and received: of thirty interactions that arrive together, the first is answered
 * before the last is looked at.
 */
export function createLoopTurns(): () => Promise<void> {
  /** Resolves when the last turn is over; undefined if it is. */
  let last: Promise<void> | undefined;
  return () => {
    const turn = last ?? Promise.resolve();
    const over = turn.then(() => new Promise<void>((resolve) => void setImmediate(resolve)));
    last = over;
    void over.then(() => {
      if (last === over) last = undefined;
    });
    return turn;
  };
}

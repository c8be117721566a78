// Gives each of several interactions that arrive together its own iteration of the event loop.

/**
 * Creates a function that resolves when it is the caller's turn. Between two turns, whatever is ready is sent and
 * received: of thirty interactions that arrive together, the first is answered before the last is looked at.
 */
export function createLoopTurns(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => void setImmediate(resolve)));
    return last;
  };
}

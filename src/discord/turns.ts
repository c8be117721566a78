// Gives each of the interactions that arrive at once an iteration of the event loop of its own.

/**
 * Creates a function that resolves when it is somebody's turn. Between two turns, what is ready is sent and received: of
 * thirty interactions that arrive together, the first is answered before the last is looked at.
 */
export function createTurns(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => void setImmediate(resolve)));
    return last;
  };
}

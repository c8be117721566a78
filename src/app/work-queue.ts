// Runs work one piece at a time, so that nothing is lost between reading a file and writing it.

/**
 * Creates a queue.
 *
 * @returns a function that runs work after all earlier work and returns its result; work that fails holds up nothing
 */
export function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
}

// Work that is done one piece at a time, so that nothing is lost between reading a file and writing it.

/**
 * Begins a queue.
 * @returns what puts a piece of work behind the others and gives what comes of it; one that fails holds up none
 */
export function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
}

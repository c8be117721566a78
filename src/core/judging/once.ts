// A value that is computed on first use.

/** Wraps a function so that it computes its value only once. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

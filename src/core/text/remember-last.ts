// Remembers the results for the last few texts, since several parts of the desk read the same question one after
// another.

/**
 * Wraps a function so that it returns the earlier result for one of the last few keys.
 *
 * @param count maximum number of keys that are remembered; the oldest is forgotten first
 * @param make its results are shared, so nobody may change them
 * @param keyOf texts with the same key are the same to `make`
 */
export function rememberLast<T>(
  count: number,
  make: (text: string) => T,
  keyOf: (text: string) => string = (text) => text,
): (text: string) => T {
  const made = new Map<string, { value: T }>();
  return (text) => {
    const key = keyOf(text);
    const known = made.get(key);
    if (known) return known.value;
    const value = make(text);
    // A Map keeps its order, so the first key is the oldest.
    if (made.size >= count) made.delete(made.keys().next().value as string);
    made.set(key, { value });
    return value;
  };
}

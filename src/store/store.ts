// What the copies of a bot share so that together they behave as one: small values that expire on their own.

/** Values by key, each with a lifetime in milliseconds. Every method rejects if the store cannot be reached. */
export interface Store {
  /**
   * Sets a value, unless the key has one. Of many who claim a key at the same moment, exactly one sets it.
   * @returns the value that the key has already; undefined if the value was set
   */
  claim(key: string, value: string, lifetime: number): Promise<string | undefined>;
  /** Sets a value, whether the key has one or not. */
  set(key: string, value: string, lifetime: number): Promise<void>;
  /** Removes a key. @returns its value, if it had one */
  take(key: string): Promise<string | undefined>;
}

/** Lists whose entries keep their order and expire together. */
export interface Journal {
  /**
   * Adds an entry to the end of a list. The whole list is gone after `lifetime` milliseconds without an addition.
   * @param maximum number of entries; beyond it the oldest is dropped
   */
  append(list: string, entry: string, options: { lifetime: number; maximum: number }): Promise<void>;
  /** The entries of several lists, in the order of the lists, oldest first. */
  entries(lists: readonly string[]): Promise<readonly string[]>;
}

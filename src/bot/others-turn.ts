// Work that takes long is done in pieces, so that nobody waits for all of it.

/** Resolves when everything else that waits for the event loop has had its turn. */
export const othersTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

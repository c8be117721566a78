// Lets other work have its turn between two pieces of long work.

/** Resolves when everything else that waits for the event loop has had its turn. */
export const othersTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

// Lets other work have its turn between two pieces of long work.

/** Resolves when everything else that waits for the event loop has had its turn. */
export const othersTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Does work piece by piece. Between two pieces, other work has its turn. */
export async function inPieces<T>(pieces: Generator<void, T>): Promise<T> {
  let piece = pieces.next();
  while (!piece.done) {
    await othersTurn();
    piece = pieces.next();
  }
  return piece.value;
}

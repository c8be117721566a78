// The progress of a training.

/** Is told how much work is done, out of how much, and what is being done. */
export type OnProgress = (done: number, total: number, what: string) => void;

// Progress of a training.

/** Called with the amount of work done, the total, and a description of the current step. */
export type OnProgress = (done: number, total: number, what: string) => void;

// How far a training is, for whoever shows it.

/** Is told how much of the work is done, of how much, and what is being done. */
export type OnProgress = (done: number, total: number, what: string) => void;

// The error for the person who runs a program.

/** The message says what is wrong and what to do about it, so it is shown without a stack. */
export class OperatorError extends Error {
  override name = 'OperatorError';
}

// Tells whether a fact compares two things, such as two periods or two figures.
import type { Fact } from './schema.ts';

/** Whether a statement or a value of a fact says that something is more or less than something else. */
export const compares = ({ statements = [], values }: Fact): boolean =>
  statements.some((statement) => statement.compares) ||
  values.some((value) => value.kind === 'number' && value.told?.compares);

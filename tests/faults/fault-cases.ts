// All rows of the fault table, in its order.
import { answerCases } from './answers.ts';
import { connectionCases } from './connection.ts';
import type { FaultCase } from './fault-case.ts';
import { fileCases } from './files.ts';
import { summaryCases } from './pinned-summary.ts';
import { postCases } from './posts.ts';
import { processCases } from './processes.ts';

export const FAULT_CASES: readonly FaultCase[] = [
  ...answerCases,
  ...postCases,
  ...summaryCases,
  ...connectionCases,
  ...processCases,
  ...fileCases,
];

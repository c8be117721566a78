// All rows of the fault table, in its order.
import { answerCases } from './answers.ts';
import type { FaultCase } from './fault-case.ts';
import { postCases } from './posts.ts';
import { summaryCases } from './summaries.ts';

export const FAULT_CASES: readonly FaultCase[] = [...answerCases, ...postCases, ...summaryCases];

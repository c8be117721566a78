// The real desk with the real knowledge, opened once per process, for all tests that only ask it.
import { openDesk } from '../src/app/app.ts';

export const desk = await openDesk();

// The real desk on the real knowledge, opened once a process, for all tests that only ask it.
import { openDesk } from '../src/app/app.ts';

export const desk = await openDesk();

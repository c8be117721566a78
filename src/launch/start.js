// What `npm start` runs: the bot from its bundle, or from its sources if there is no bundle of just these sources.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUNDLE, ENTRY, isFresh, PROGRAM } from './bundle.js';

// A program runs if Node was started with its file.
process.argv[1] = PROGRAM;
if (isFresh()) await import(pathToFileURL(join(BUNDLE, ENTRY)).href);
else {
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(PROGRAM).href);
}

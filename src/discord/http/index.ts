// The adapter to Discord over HTTP, for the folders that start the bot.
export { type Served, type ServeOptions, serveInteractions } from './serve.ts';

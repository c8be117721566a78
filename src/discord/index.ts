// The adapter to Discord, as the entry points use it.
export { type Connection, connect } from './client.ts';
export type { Draw } from './draw-pictures.ts';
export { DiscordRefusal } from './failures.ts';
export type { Log } from './logger.ts';
export { toManifest } from './manifest.ts';
export { registerOnce, toBody } from './register.ts';

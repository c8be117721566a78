// The adapter to Discord, for the folders that start the bot.
export { type Connection, type ConnectOptions, connect } from './client.ts';
export type { Draw } from './draw-pictures.ts';
export { type Diagnosis, examine } from './examine.ts';
export { DiscordRefusal } from './failures.ts';
export type { Handled } from './handled.ts';
export type { Log } from './logger.ts';
export { toManifest } from './manifest.ts';
export type { GatewayHealth, Observer } from './observer.ts';
export { registerOnce, toBody } from './register.ts';

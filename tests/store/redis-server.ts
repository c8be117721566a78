// A real Redis or Valkey server for a test, empty, on a free port of this machine.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../free-port.ts';

/** The program that is installed here; undefined if there is none. */
export const REDIS = ['valkey-server', 'redis-server'].find(
  (program) => spawnSync(program, ['--version']).status === 0,
);

if (!REDIS)
  console.warn(
    'Neither valkey-server nor redis-server is installed, so what needs one of them was not tested.',
  );

export interface RedisServer {
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a server that keeps nothing on disk.
 * @param port a free one by default
 * @returns once it accepts connections
 */
export async function startRedis(port?: number): Promise<RedisServer> {
  const chosen = port ?? (await freePort());
  const options = { port: chosen, bind: '127.0.0.1', save: '', appendonly: 'no', daemonize: 'no' };
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const server = spawn(String(REDIS), flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  server.stdout.setEncoding('utf8');
  for await (const line of server.stdout) if (String(line).includes('Ready to accept connections')) break;
  return {
    url: `redis://127.0.0.1:${chosen}`,
    async stop() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const exit = once(server, 'exit');
      server.kill('SIGKILL');
      await exit;
    },
  };
}

// The channels in which sharing is off, kept in a file, so that a restart changes nothing.
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { SharingSwitch } from '../bot/index.ts';
import type { Log } from '../discord/index.ts';
import { OperatorError } from './operator-error.ts';
import { replaceFile } from './replace-file.ts';
import { createQueue } from './work-queue.ts';

/** Where the channels are kept by default. */
export const SHARING_FILE = join(import.meta.dirname, '../../sharing-off.json');

const Channels = z.array(z.string().regex(/^\d{17,20}$/));

/**
 * Opens the switch with the content of the file. If there is no file, sharing is on everywhere, and the file is
 * created when sharing is first turned off.
 *
 * @throws {OperatorError} if the file exists but is not a list of channels
 */
export async function openSharingSwitch(path: string, log: Log): Promise<SharingSwitch> {
  let off: ReadonlySet<string> = new Set(await read(path));
  const inTurn = createQueue();

  async function change(channelId: string, to: 'off' | 'on'): Promise<boolean> {
    try {
      // The file may know more than this process, since a shard of the same bot writes to it too.
      const channels = new Set(await read(path));
      if (to === 'off') channels.add(channelId);
      else channels.delete(channelId);
      // Creates it, behind a link too, where it is missing.
      await appendFile(path, '');
      await replaceFile(path, `${JSON.stringify([...channels])}\n`);
      off = channels;
      return true;
    } catch (err) {
      log.error({ err }, 'That sharing was turned off or on could not be saved (SHARING_FILE)');
      return false;
    }
  }

  return {
    isOff: async (channelId) => off.has(channelId),
    turn: (channelId, to) => inTurn(() => change(channelId, to)),
  };
}

async function read(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new OperatorError(`SHARING_FILE: ${path} cannot be read (${error.code}).`);
  });
  try {
    return text === '' ? [] : Channels.parse(JSON.parse(text));
  } catch {
    throw new OperatorError(
      `SHARING_FILE: ${path} is not the list of channels that the bot wrote. Restore it; or delete it, and members can share everywhere again.`,
    );
  }
}

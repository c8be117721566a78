// Replaces the content of files. After a crash or on a full disk, a file has either the old or the new content,
// complete. The exception is a file that can only be written in place.
import { chmod, chown, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Errors of a file that can be written but not replaced by renaming: it is a mount point, as in a container, or its
 * folder is read-only.
 */
const FIXED_IN_PLACE = ['EBUSY', 'EXDEV', 'EROFS', 'EACCES', 'EPERM'];

/** New content before the file has it. */
interface Prepared {
  put(): Promise<void>;
  /** Removes what was prepared but not put in place, as far as possible. */
  drop(): Promise<void>;
  /** Restores the previous content. */
  restore(): Promise<void>;
}

/**
 * Rewrites a file with its present mode and owner. A link stays a link, and the file that it leads to is rewritten.
 *
 * @throws what the file system throws; the file is then unchanged
 */
export const replaceFile = (path: string, text: string): Promise<void> => replaceFiles([{ path, text }]);

/** A file, and its new content. */
export interface NewContent {
  path: string;
  text: string;
  /** Whether the file must not exist yet. */
  isNew?: boolean;
}

/**
 * Writes several files in order, or none: all are written beside their places before the first is put in place.
 *
 * @throws what the file system throws; every file is then unchanged, as far as the file system lets it be restored
 */
export async function replaceFiles(files: readonly NewContent[]): Promise<void> {
  const prepared: Prepared[] = [];
  const put: Prepared[] = [];
  try {
    for (const { path, text, isNew } of files)
      prepared.push(isNew ? prepareNew(path, text) : await prepare(path, text));
    for (const one of prepared) {
      await one.put();
      put.push(one);
    }
  } catch (error) {
    // A failure here must neither keep the rest from being restored nor hide the reason for restoring.
    for (const one of prepared) await one.drop();
    for (const one of put.reverse()) await one.restore().catch(() => {});
    throw error;
  }
}

async function prepare(link: string, text: string): Promise<Prepared> {
  const path = await realpath(link);
  const { mode, uid, gid } = await stat(path);
  const before = await readFile(path);
  const fresh = `${path}.new`;
  const drop = () => rm(fresh, { force: true }).catch(() => {});
  let isFixed = false;
  const orFixed = async (error: NodeJS.ErrnoException) => {
    await drop();
    if (!FIXED_IN_PLACE.includes(error.code ?? '')) throw error;
    isFixed = true;
  };
  const write = async (content: string | Buffer) => {
    await writeFile(fresh, content, { mode: 0o600, flush: true });
    await chmod(fresh, mode);
    // Only root may change the owner of a file. For anybody else the file already has the right owner, or gets a new
    // one.
    await chown(fresh, uid, gid).catch(() => {});
  };
  const place = async (content: string | Buffer) => {
    if (!isFixed) await rename(fresh, path).catch(orFixed);
    if (isFixed)
      await writeFile(path, content, { flush: true }).catch(async (error: unknown) => {
        await writeFile(path, before).catch(() => {});
        throw error;
      });
  };
  await write(text).catch(orFixed);
  return {
    put: () => place(text),
    drop,
    async restore() {
      if (!isFixed) await write(before).catch(orFixed);
      await place(before);
    },
  };
}

function prepareNew(path: string, text: string): Prepared {
  const restore = () => rm(path, { force: true });
  return {
    async put() {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text, { flag: 'wx', flush: true }).catch(async (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') await restore();
        throw error;
      });
    },
    drop: async () => {},
    restore,
  };
}

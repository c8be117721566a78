// Replaces the content of files. A crash or a full disk leaves the old or the new content whole, unless only the file
// itself can be written: then it is written in place.
import { chmod, chown, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Why nothing can be renamed over a file that can be written: it is a mount of its own, as in a container, or its folder is read-only. */
const FIXED_IN_PLACE = ['EBUSY', 'EXDEV', 'EROFS', 'EACCES', 'EPERM'];

/** A new content, before the file has it. */
interface Prepared {
  put(): Promise<void>;
  /** Takes away what was prepared, if it was not put, as far as that can be done. */
  drop(): Promise<void>;
  /** Puts back what was there before. */
  restore(): Promise<void>;
}

/**
 * Writes a file anew, with the mode and the owner that it has; of a link, the file that it leads to.
 * @throws what the file system throws; the file is as it was then
 */
export const replaceFile = (path: string, text: string): Promise<void> => replaceFiles([{ path, text }]);

/** A file with its content from now on. */
export interface Written {
  path: string;
  text: string;
  /** Whether it must not be there yet. */
  isNew?: boolean;
}

/**
 * Writes several files, in their order, or none: all are written beside their places before the first is put there.
 * @throws what the file system throws; every file is as it was then, as far as the file system lets it be put back
 */
export async function replaceFiles(files: readonly Written[]): Promise<void> {
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
    // What fails here must not keep the rest from being put back, nor hide why that was needed.
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
    // Only root may give a file away; to anybody else it belongs already, or will from now on.
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

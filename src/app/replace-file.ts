// Replaces the content of a file. A crash or a full disk leaves the old or the new content whole, unless only the file
// itself can be written: then it is written in place.
import { chmod, chown, rename, rm, stat, writeFile } from 'node:fs/promises';

/** Why nothing can be renamed over a file that can be written: it is a mount of its own, as in a container, or its folder is read-only. */
const FIXED_IN_PLACE = ['EBUSY', 'EXDEV', 'EROFS', 'EACCES', 'EPERM'];

/**
 * Writes a file anew, with the mode and the owner that it has.
 * @param path of a regular file, not of a link to one, which would be replaced
 * @throws what the file system throws; the file is as it was then
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const { mode, uid, gid } = await stat(path);
  const fresh = `${path}.new`;
  try {
    await writeFile(fresh, text, { mode: 0o600, flush: true });
    await chmod(fresh, mode);
    // Only root may give a file away; to anybody else it belongs already, or will from now on.
    await chown(fresh, uid, gid).catch(() => {});
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    if (!FIXED_IN_PLACE.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await writeFile(path, text, { flush: true });
  }
}

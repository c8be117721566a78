// Reads and writes the trained model, which is stored in the folder of its knowledge.
import { readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzipSync } from 'node:zlib';
import { decodeModel, encodeModel, type Model, OtherFormatError } from '../core/model.ts';
import { OperatorError } from './operator-error.ts';

/** The trained model's file in a knowledge folder. */
export const MODEL_FILE = 'model.safetensors.gz';

/** The beginning of the small file that Git LFS leaves in place of one that it did not download. */
const LFS_POINTER = 'version https://git-lfs.github.com/spec/';

/** The first two bytes of a gzip file (RFC 1952). */
const GZIP = [0x1f, 0x8b];

/** The number of bytes at the end of a gzip file that give the length of the unpacked content (RFC 1952). */
const LENGTH_BYTES = 4;

/** Maximum length that is believed, since a damaged file may claim anything. */
const MAX_LENGTH = 2 ** 28;

/**
 * Reads the model of a knowledge folder; undefined if none has been trained yet.
 *
 * @throws {OperatorError} if the file cannot be read, with what to do about it
 */
export async function readModel(folder: string): Promise<Model | undefined> {
  const path = join(folder, MODEL_FILE);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new OperatorError(`${path}: cannot be read (${error.code}).`);
  });
  return bytes && (await toModel(bytes, path));
}

async function toModel(bytes: Buffer, path: string): Promise<Model> {
  if (bytes.subarray(0, LFS_POINTER.length).toString() === LFS_POINTER)
    throw new OperatorError(
      `${path}: is only a pointer of Git LFS; the model itself was not downloaded. Run: git lfs pull`,
    );
  if (GZIP.some((byte, i) => bytes[i] !== byte))
    throw new OperatorError(`${path}: is not a trained model, or damaged. Run: npm run train`);
  try {
    // In a thread, since it takes longer than a hundred answers. In one chunk, since the many chunks of the usual size
    // would leave 10 MB of the process's memory in use.
    const length = Math.min(bytes.readUInt32LE(bytes.length - LENGTH_BYTES), MAX_LENGTH);
    return decodeModel(await promisify(gunzip)(bytes, { chunkSize: length + 1 }));
  } catch (error) {
    if (error instanceof OtherFormatError)
      throw new OperatorError(`${path}: was trained by another version of the bot. Run: npm run train`);
    throw new OperatorError(`${path}: is damaged or cut short. Restore it, or run: npm run train`);
  }
}

/**
 * Writes a model to its knowledge folder. Anybody reading it meanwhile finds either the old model or the new one,
 * complete.
 */
export async function writeModel(folder: string, model: Model): Promise<void> {
  const path = join(folder, MODEL_FILE);
  // A link stays a link.
  const real = await realpath(path).catch(() => path);
  const unfinished = `${real}.${process.pid}.tmp`;
  try {
    await writeFile(unfinished, gzipSync(encodeModel(model), { level: 9 }));
    await rename(unfinished, real);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

// Files that the bot uploads: kept in memory, served on 127.0.0.1, and put in place of `attachment://name`.
import { DiscordError, type Problem } from './errors.ts';
import type { SentAttachment } from './limits.ts';
import type { Attachment } from './message.ts';

/** One file part of a multipart request. */
export interface UploadedFile {
  /** The form field, `files[0]`. */
  field: string;
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** Discord: Reference, Uploading Files; Resources, Message. */
const max = { files: 10, bytes: 10 * 1024 * 1024 } as const;
export const attachmentSizeLimit = max.bytes;

export interface Uploads {
  /**
   * Stores files. @returns the attachments that the message then has
   * @param files from the request
   * @param listed the request's `attachments`: descriptions for new files (id = index), and which old ones stay
   * @param before the message's attachments before
   * @throws DiscordError tooLarge, or invalidForm when an id fits no file or there are more than 10
   */
  store(
    channelId: string,
    files: readonly UploadedFile[],
    listed: readonly SentAttachment[] | null | undefined,
    before: readonly Attachment[],
  ): Attachment[];
  /** A stored file by the path of its URL. */
  get(path: string): UploadedFile | undefined;
}

/**
 * Creates an empty store.
 * @param url where the server listens
 * @param snowflake makes ids
 */
export function createUploads(url: () => string, snowflake: () => string): Uploads {
  const stored = new Map<string, UploadedFile>();
  return {
    store(channelId, files, listed, before) {
      if (files.some(({ bytes }) => bytes.length > max.bytes)) throw new DiscordError('tooLarge');
      const described = (id: string) => listed?.find((one) => one.id === id);
      const kept = before.filter(({ id }) => !listed || described(id));
      const added = files.map((file, index): Attachment => {
        const { filename, description, title } =
          described(/\d+/.exec(file.field)?.[0] ?? String(index)) ?? {};
        const id = snowflake();
        const name = filename ?? file.name;
        const path = `/attachments/${channelId}/${id}/${encodeURIComponent(name)}`;
        stored.set(path, file);
        return {
          id,
          filename: name,
          size: file.bytes.length,
          url: url() + path,
          proxy_url: url() + path,
          content_type: file.type,
          ...(description && { description }),
          ...(title && { title }),
        };
      });
      const problems: Problem[] = (listed ?? []).flatMap(({ id }, index) =>
        before.some((one) => one.id === id) || files.some(({ field }) => /\d+/.exec(field)?.[0] === id)
          ? []
          : [
              {
                path: ['attachments', index],
                code: 'ATTACHMENT_NOT_FOUND',
                message: `No file was sent for id ${id}.`,
              },
            ],
      );
      if (kept.length + added.length > max.files)
        problems.push({
          path: ['attachments'],
          code: 'BASE_TYPE_MAX_LENGTH',
          message: `Must be ${max.files} or fewer in length.`,
        });
      if (problems.length > 0) throw new DiscordError('invalidForm', problems);
      return [...kept, ...added];
    },
    get: (path) => stored.get(path),
  };
}

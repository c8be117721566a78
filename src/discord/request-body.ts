// The body of a request to Discord, with the pictures that go along.
import type { RequestData } from 'discord.js';

/** A picture to send. */
export interface SentFile {
  data: Buffer;
  /** Without quotation marks, line breaks or anything but ASCII. */
  name: string;
  contentType: string;
}

/**
 * Builds the body of a request from JSON and files.
 *
 * The form is written here, because discord.js makes a Blob of each file. That is a copy of a size that V8 does not
 * know, so a bot that kept showing pictures held hundreds of megabytes of them.
 */
export function requestBody(
  json: object,
  files: readonly SentFile[] = [],
): Pick<RequestData, 'body' | 'headers' | 'passThroughBody'> {
  if (files.length === 0) return { body: json };
  const boundary = crypto.randomUUID();
  const part = (heading: string, data: Buffer) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${heading}\r\n\r\n`),
    data,
    Buffer.from('\r\n'),
  ];
  const parts = files.flatMap(({ data, name, contentType }, at) =>
    part(`name="files[${at}]"; filename="${name}"\r\nContent-Type: ${contentType}`, data),
  );
  return {
    body: Buffer.concat([
      ...part('name="payload_json"\r\nContent-Type: application/json', Buffer.from(JSON.stringify(json))),
      ...parts,
      Buffer.from(`--${boundary}--\r\n`),
    ]),
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    passThroughBody: true,
  };
}

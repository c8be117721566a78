// A request with pictures is a form that any other parser of forms reads in the same way.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestBody } from '../../src/discord/request-body.ts';

test('a request without files is JSON, which discord.js writes', () => {
  expect(requestBody({ content: 'hello' })).toEqual({ body: { content: 'hello' } });
});

test('whatever the JSON and the bytes, the form holds them as they are, under the names that Discord knows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.array(fc.uint8Array({ maxLength: 500 }), { minLength: 1, maxLength: 3 }),
      async (json, pictures) => {
        const files = pictures.map((bytes, at) => ({
          data: Buffer.from(bytes),
          name: `${at}.png`,
          contentType: 'image/png',
        }));
        const { body, headers, passThroughBody } = requestBody(json, files);
        expect(passThroughBody).toBe(true);
        // Bytes, not a Blob, whose size V8 would not know.
        expect(Buffer.isBuffer(body)).toBe(true);
        const form = await new Response(body as Buffer<ArrayBuffer>, { headers } as ResponseInit).formData();
        expect([...form.keys()]).toEqual(['payload_json', ...files.map((_, at) => `files[${at}]`)]);
        const payload = form.get('payload_json');
        const text = payload instanceof Blob ? await payload.text() : payload;
        expect(JSON.parse(String(text))).toEqual(JSON.parse(JSON.stringify(json)));
        for (const [at, { data, name }] of files.entries()) {
          const file = form.get(`files[${at}]`) as File;
          expect([file.name, file.type]).toEqual([name, 'image/png']);
          expect(Buffer.from(await file.arrayBuffer()).equals(data)).toBe(true);
        }
      },
    ),
    { numRuns: 50 },
  );
});

// `npm run schema`: writes the editor schemas of knowledge/schema/ from the zod schemas that check the files.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editorSchemas } from '../app/editor-schemas.ts';
import { KNOWLEDGE } from '../app/load-knowledge.ts';

const folder = join(KNOWLEDGE, 'schema');
await mkdir(folder, { recursive: true });
for (const [name, text] of editorSchemas()) await writeFile(join(folder, name), text);

// `npm run schema`: writes the editor schemas of the knowledge files from the zod schemas that check them.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editorSchemas } from '../app/editor-schemas.ts';
import { listKnowledge } from '../app/knowledge-folder.ts';
import { runAsMain } from './main.ts';
import { defineProgram } from './shell.ts';

const schema = defineProgram({
  summary: 'Writes the JSON Schemas by which an editor checks knowledge files, into their folder "schema".',
  usage: ['npm run schema'],
  async run(_, { knowledge, print }) {
    // A misspelled KNOWLEDGE_DIR is reported instead of being created.
    await listKnowledge(knowledge);
    const folder = join(knowledge, 'schema');
    await mkdir(folder, { recursive: true });
    for (const [name, text] of editorSchemas()) {
      await writeFile(join(folder, name), text);
      print(join(folder, name));
    }
  },
});
export default schema;

await runAsMain(import.meta.filename, schema);

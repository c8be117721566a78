// The schemas of the knowledge files as JSON Schema, for editors that check YAML while you type.
import { z } from 'zod';
import { fileSchemas } from '../core/knowledge/schema.ts';

/** The name and the content of each schema file that `npm run schema` writes. */
export const editorSchemas = (): [name: string, text: string][] =>
  Object.entries(fileSchemas).map(([kind, schema]) => [
    `${kind}.json`,
    `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
  ]);

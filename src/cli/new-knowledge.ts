// `npm run new-knowledge`: creates the knowledge folder of another article.
import { createFolder } from '../app/create-folder.ts';
import { loadKnowledge } from '../app/load-knowledge.ts';
import { readArticle } from '../app/read-article.ts';
import { counted } from '../core/text/counted.ts';
import { runAsMain } from './main.ts';
import { defineProgram, UsageError } from './shell.ts';

const newKnowledge = defineProgram({
  summary:
    'Creates the knowledge folder of another article, from its text: one paragraph on each line, in English.',
  usage: ['npm run new-knowledge -- path/to/article.txt path/to/folder'],
  takesArguments: true,
  async run({ args }, { print }) {
    const [path, folder, ...more] = args;
    if (!path || !folder || more.length > 0)
      throw new UsageError("Give the path of the article's text and that of the folder to create.");
    const article = await readArticle(path);
    const files = await createFolder(folder, article);
    await loadKnowledge(folder);
    print(`${folder}: ${files.length} files, for ${counted(article.paragraphs.length, 'paragraph')}`);
    print(`Replace each "TODO" in ${folder}/article.yaml, then run: npm run draft -- ${path} ${folder}`);
  },
});
export default newKnowledge;

await runAsMain(import.meta.filename, newKnowledge);

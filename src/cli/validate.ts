// `npm run validate`: checks an edit of the knowledge in seconds, without the tests.
import { changesSince, describeChanges, fingerprintsOf } from '../app/fingerprints.ts';
import { checkKnowledge, loadKnowledgeFiles } from '../app/load-knowledge.ts';
import { readModel } from '../app/model-file.ts';
import { isCommon, type KnowledgeFile, kindOf } from '../core/knowledge/knowledge-file.ts';
import type { Gap } from '../core/knowledge/schema.ts';
import { counted } from '../core/text/counted.ts';
import { runAsMain } from './main.ts';
import { printEvidence } from './print-evidence.ts';
import { defineProgram, UsageError } from './shell.ts';

const validate = defineProgram({
  summary:
    "Checks the knowledge in seconds: every key and value, references, questions that collide; given the article's text, also the evidence.",
  usage: ['npm run validate', 'npm run validate -- path/to/article.txt'],
  takesArguments: true,
  async run({ args }, { knowledge: folder, print }) {
    const [path, ...more] = args;
    if (more.length > 0) throw new UsageError("Give the path of the article's text, or nothing.");
    const files = await loadKnowledgeFiles(folder);
    const knowledge = await checkKnowledge(files);
    const own = knowledge.gaps.size - knowledge.commonGaps.size;
    const records = [
      counted(knowledge.facts.size, 'fact'),
      ...(knowledge.drafts.size > 0 ? [counted(knowledge.drafts.size, 'draft')] : []),
      counted(own, 'gap'),
    ];
    print(
      `${records.slice(0, -1).join(', ')} and ${records.at(-1)}, with ${knowledge.commonGaps.size} gaps that are the same for every article: no problems.`,
    );
    const replaced = commonIds(files).filter((id) => !knowledge.commonGaps.has(id));
    if (replaced.length > 0)
      print(`In place of what is the same for every article, it has its own: ${replaced.join(', ')}`);
    const model = await readModel(folder);
    const changes =
      model && describeChanges(changesSince(model.trainedOn, await fingerprintsOf(folder, knowledge)));
    print(
      model
        ? (changes ?? 'The model was trained on this knowledge.')
        : 'No model has been trained yet. Run: npm run train',
    );
    if (path) await printEvidence(path, knowledge, files, print);
    else print("Excerpts and values were not checked. For that, give the path of the article's text.");
  },
});
export default validate;

/** The ids of the gaps that are the same for every article, in files that hold together. */
const commonIds = (files: readonly KnowledgeFile[]): string[] =>
  files
    .filter((file) => isCommon(file) && kindOf(file) === 'gaps')
    .flatMap(({ data }) => (data as Gap[]).map(({ id }) => id));

await runAsMain(import.meta.filename, validate);

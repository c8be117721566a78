// Parses a knowledge file that is plain YAML, in half the time that read-yaml.ts takes, but without the lines of its
// values. A file that could be misread is left to read-yaml.ts, which explains it.
import {
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ALIAS,
  EVENT_SCALAR,
  type Event,
  mapTag,
  parseEvents,
  SCALAR_STYLE_PLAIN,
} from 'js-yaml';

/**
 * What knowledge files do not need, and parsers may read differently: "#1", which may be text that is lost as a comment;
 * tabs and unusual line ends; directives and document marks; numbers with exponents; blocks with an indentation or a "+".
 */
const DOUBTFUL =
  /(?:^|\s)#(?! \S|$)|[\t\r\u0085\u2028\u2029\ufeff]|^ *(?:%|---|\.\.\.)|(?<![\w.])[\d.]+e[-+]?\d|[|>](?:[-+]?\d|\+)/im;

/** The schema of YAML 1.2, in which a key is a text. */
const SCHEMA = CORE_SCHEMA.withTags({
  ...mapTag,
  addPair: (map, key, value) =>
    typeof key === 'string' ? mapTag.addPair(map, key, value) : 'the key is not a text',
});

/** The content of a file; undefined if it is not plain YAML. */
export function readPlainYaml(text: string): { data: unknown } | undefined {
  if (DOUBTFUL.test(text)) return undefined;
  try {
    const events = parseEvents(text, {});
    if (!events.every(isPlain)) return undefined;
    const documents = constructFromEvents(events, { source: text, schema: SCHEMA });
    return documents.length === 1 ? { data: documents[0] } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value is no alias, has neither anchor nor tag, and is not missing. */
function isPlain(event: Event): boolean {
  if (event.type === EVENT_ALIAS) return false;
  if ('tagStart' in event && (event.tagStart >= 0 || event.anchorStart >= 0)) return false;
  return (
    event.type !== EVENT_SCALAR || event.style !== SCALAR_STYLE_PLAIN || event.valueEnd > event.valueStart
  );
}

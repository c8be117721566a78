// Decodes the bytes of a text file, and names the encoding if it is not UTF-8.
import type { Unreadable } from '../core/knowledge/knowledge-file.ts';

const TO_DO = 'save it as UTF-8 ("Save with Encoding" in VS Code, "Save as" in Notepad)';

/**
 * Decodes UTF-8, with or without a byte order mark, and replaces the line ends of Windows and old Macs with LF.
 * @returns the text, which is empty if the file is unreadable
 */
export function decodeText(bytes: Uint8Array): { text: string; unreadable?: Unreadable } {
  const wide = wideEncoding(bytes);
  if (wide) return { text: '', unreadable: { message: `is saved as ${wide}; ${TO_DO}` } };
  const text = new TextDecoder().decode(bytes);
  const bad = /[\0\ufffd]/.exec(text);
  return bad ? { text: '', unreadable: explain(bytes, text, bad) } : { text: text.replace(/\r\n?/g, '\n') };
}

/** Number of characters on each side in which to look for the word around a letter. */
const NEAR = 20;

/** Recognizes UTF-16 by its byte order mark, or by zeros: in Latin text, every other byte is one. */
function wideEncoding([first, second, third, fourth]: Uint8Array): string | undefined {
  const isZero = (byte: number | undefined) => byte === 0;
  if ((first === 0xff && second === 0xfe) || (first && isZero(second) && third && isZero(fourth)))
    return 'UTF-16 LE';
  if ((first === 0xfe && second === 0xff) || (isZero(first) && second && isZero(third) && fourth))
    return 'UTF-16 BE';
  return undefined;
}

function explain(bytes: Uint8Array, text: string, { 0: character, index }: RegExpExecArray): Unreadable {
  const line = text.slice(0, index).split(/\r\n?|\n/).length;
  if (character === '\0') return { line, message: 'has a zero byte, so the file is damaged; restore it' };
  const at = new TextEncoder().encode(text.slice(0, index)).length + (hasMark(bytes) ? 3 : 0);
  const [lead = 0, second, third] = bytes.subarray(at, at + 3);
  if (lead === 0xef && second === 0xbf && third === 0xbd)
    return {
      line,
      message:
        'has "\ufffd", which an editor puts in place of a letter that it cannot read; type the letter again',
    };
  const isCutOff = at + lengthOf(lead) > bytes.length && bytes.subarray(at + 1).every(isContinuation);
  if (lead >= 0xc2 && lead <= 0xf4 && isCutOff)
    return { line, message: 'ends in the middle of a letter, so the file was cut off; restore it' };
  const [word] = /\S*\ufffd\S*/.exec(text.slice(Math.max(0, index - NEAR), index + NEAR)) ?? [];
  return { line, message: `is not UTF-8 but probably Windows-1252 or Latin-1 (at "${word}"); ${TO_DO}` };
}

const hasMark = ([a, b, c]: Uint8Array) => a === 0xef && b === 0xbb && c === 0xbf;

/** Number of bytes of a UTF-8 character, by its first byte. */
const lengthOf = (lead: number) => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);

/** Whether a byte follows the first byte of a UTF-8 character. */
const isContinuation = (byte: number) => byte >= 0x80 && byte < 0xc0;

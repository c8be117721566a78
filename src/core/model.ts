// The whole trained model, and its bytes: small enough to keep beside the knowledge.
import type { AskingModel } from './asking/asking-model.ts';
import type { JudgingModel } from './judging/judging-model.ts';
import type { RankerModel } from './ranking/ranker-model.ts';
import { decodeTensors, encodeTensors, type Tensor } from './safetensors.ts';

/** What training leaves behind, room by room. */
export interface Model extends RankerModel, AskingModel, JudgingModel {
  trainedOn: Fingerprints;
}

/** Hashes of what a model was trained on, by which a stale model is recognised. */
export interface Fingerprints {
  /** The hash of what all texts are read with. */
  shared: string;
  /** The hash of each fact and gap with its wordings, by id. */
  records: Readonly<Record<string, string>>;
}

/** Thrown for a model that another version of the bot wrote. */
export class OtherFormatError extends Error {}

/** Raised whenever the content of a model changes, so that no version reads an older model half right. */
const FORMAT = '8';

/** Encodes a model as a safetensors file. Whatever is not an array goes into the metadata, as JSON. */
export function encodeModel(model: Model): Uint8Array<ArrayBuffer> {
  const isArray = ([, value]: [string, unknown]) => ArrayBuffer.isView(value);
  const entries = Object.entries(model);
  const arrays: Record<string, Tensor> = Object.fromEntries(entries.filter(isArray));
  const rest = Object.fromEntries(entries.filter((entry) => !isArray(entry)));
  return encodeTensors(arrays, { format: FORMAT, rest: JSON.stringify(rest) });
}

/**
 * Decodes the bytes that `encodeModel` returned.
 *
 * @throws {OtherFormatError} if another version of the bot wrote them
 * @throws {Error} if they are not a model, or are incomplete
 */
export function decodeModel(bytes: Uint8Array): Model {
  const { tensors, metadata } = decodeTensors(bytes);
  if (metadata.format !== FORMAT) throw new OtherFormatError();
  return { ...JSON.parse(metadata.rest ?? ''), ...tensors };
}

// Verifies that a request is from Discord, which signs it with the key of the application (Ed25519).
import { createPublicKey, verify } from 'node:crypto';

const KEY = /^[0-9a-f]{64}$/i;
const SIGNATURE = /^[0-9a-f]{128}$/i;

/** Whether a signature, in hexadecimal, belongs to a timestamp and a body, both exactly as received. */
export type VerifySignature = (signature: string, timestamp: string, body: Uint8Array) => boolean;

/**
 * Creates the check of signatures.
 *
 * @param publicKey the application's key, 64 hexadecimal digits (Discord: Application Object, `verify_key`)
 * @throws {RangeError} if it is not such a key
 */
export function createVerifier(publicKey: string): VerifySignature {
  if (!KEY.test(publicKey)) throw new RangeError('The public key must have 64 hexadecimal digits');
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return (signature, timestamp, body) =>
    // Buffer.from would stop at the first character that is not a digit.
    SIGNATURE.test(signature) &&
    verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
}

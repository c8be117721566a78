// Delivers interactions over HTTP instead of the gateway: signed, to one endpoint after the other as a load balancer does.
import { generateKeyPairSync, sign } from 'node:crypto';

const PING = { type: 1 };

export interface Endpoints {
  /** The public key of the application, in hexadecimal. */
  readonly publicKey: string;
  /** Where interactions are delivered; none if the gateway does it. */
  readonly urls: readonly string[];
  /**
   * Delivers to these from now on, in turn; to the gateway again if there are none.
   * @throws Error if one of them does not do what Discord asks of an endpoint: answer a PING, and refuse a wrong signature
   */
  use(urls: readonly string[]): Promise<void>;
  /** Signs a body as Discord does. @param at milliseconds since 1970 */
  signed(body: string, at?: number): Record<string, string>;
  /** Posts an interaction to the next endpoint, and expects that it is answered by its callback. */
  deliver(interaction: object): void;
  /** What endpoints did wrong so far. */
  problems(): readonly string[];
}

/**
 * Creates the delivery, with a new key and no endpoint yet.
 * @param patience milliseconds for which a delivery waits for its response
 */
export function createEndpoints(patience: number): Endpoints {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  let urls: readonly string[] = [];
  let turn = 0;
  const problems: string[] = [];

  const signed = (body: string, at = Date.now()) => {
    const timestamp = String(Math.floor(at / 1_000));
    return {
      'content-type': 'application/json',
      'x-signature-timestamp': timestamp,
      'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), privateKey).toString('hex'),
    };
  };
  const post = (url: string, body: string, headers = signed(body)) =>
    fetch(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(patience) });

  async function check(url: string): Promise<void> {
    const ping = JSON.stringify({ id: '1', token: 'ping', application_id: '1', ...PING });
    const answer = await post(url, ping);
    const { type } = answer.ok ? ((await answer.json()) as { type?: unknown }) : {};
    if (type !== PING.type) throw new Error(`${url} does not answer a PING: ${answer.status}`);
    const forged = await post(url, ping, signed(`${ping} `));
    if (forged.status !== 401) throw new Error(`${url} takes a wrong signature: ${forged.status}`);
  }

  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'),
    get urls() {
      return urls;
    },
    async use(wanted) {
      await Promise.all(wanted.map(check));
      urls = wanted;
    },
    signed,
    problems: () => problems,
    deliver(interaction) {
      const url = urls[turn % urls.length] ?? '';
      turn += 1;
      const delivered = post(url, JSON.stringify(interaction)).then(async (response) => {
        const body = await response.text();
        if (response.status !== 202 || body) problems.push(`${url} answered ${response.status} ${body}`);
      });
      delivered.catch((error: unknown) => problems.push(`${url} could not be reached: ${String(error)}`));
    },
  };
}

// Interactions over signed HTTP: several replicas behind one address, and no gateway.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIInteraction } from 'discord.js';
import type { Chat } from '../../chat/contract.ts';
import type { InFlight } from './in-flight.ts';
import type { HandleInteraction } from './interactions.ts';
import { verifierFor } from './signature.ts';

/** The address under which Discord is told to call. */
export const INTERACTIONS_PATH = '/discord/interactions';
/** Bytes of one interaction; a message with all its embeds and its replied-to message stays far below. */
const MOST_BYTES = 512 * 1024;

/** The body of a request; nothing when it is larger than any interaction. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > MOST_BYTES) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function parse(body: Buffer): APIInteraction | undefined {
  try {
    const read: unknown = JSON.parse(body.toString('utf8'));
    return typeof read === 'object' && read !== null && 'type' in read ? (read as APIInteraction) : undefined;
  } catch {
    return undefined;
  }
}

const refuse = (response: ServerResponse, status: number, why: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(`${why}\n`);
};

/** Resolves once a response has gone out; rejects where nobody is there to take it. */
const sendJson = (response: ServerResponse, value: unknown): Promise<void> => {
  // Nothing may be thrown below: the promise would be left behind, to be rejected with nobody to hear of it.
  if (response.destroyed || response.headersSent)
    return Promise.reject(new Error('Discord did not wait for the response to an interaction'));
  const { promise: sent, resolve, reject } = Promise.withResolvers<void>();
  response.once('error', reject).once('close', () => {
    if (response.writableFinished) resolve();
    else reject(new Error('Discord went away before it had the response to an interaction'));
  });
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value), resolve);
  return sent;
};

export type Endpoint = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Makes the endpoint. @param publicKey of the application, as 64 hexadecimal digits */
export function createEndpoint(
  publicKey: string,
  { chat, inFlight, onInteraction }: { chat: Chat; inFlight: InFlight; onInteraction: HandleInteraction },
): Endpoint {
  const isGenuine = verifierFor(publicKey);
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (!body) return refuse(response, 413, 'Too large for an interaction.');
    const { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp } = request.headers;
    if (!isGenuine(body, signature, timestamp)) return refuse(response, 401, 'The signature is not of Discord.');
    const interaction = parse(body);
    if (!interaction) return refuse(response, 400, 'This is no interaction.');
    await onInteraction(interaction, (first) => sendJson(response, first));
    // Delivered before, and answered then.
    if (!response.headersSent) response.writeHead(202).end();
  }
  return (request, response) => {
    if ((request.url ?? '').split('?')[0] !== INTERACTIONS_PATH) return false;
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST');
      refuse(response, 405, 'Discord posts its interactions here.');
      return true;
    }
    const work = serve(request, response).catch((error: unknown) => {
      chat.log('warn', 'discord-request-failed', { error });
      response.destroy();
    });
    inFlight.track(work);
    return true;
  };
}

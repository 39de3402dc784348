// Questions as Slack and Discord deliver them over HTTP: signed, each from somebody, each in other words.
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { readGolden } from '../../src/cli/golden.ts';
import type { Delivery } from './contract.ts';

export const SIGNING_SECRET = '0123456789abcdef0123456789abcdef';
/**
 * So many people ask, of so many workspaces or servers: each question goes through all limits, and nobody comes near one. Nobody asks
 * twice in a run: that would be a conversation, in which answers are not kept.
 */
const PEOPLE = 10_000_000;
const PLACES = 2_000;

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
/** As 64 hexadecimal digits, as DISCORD_PUBLIC_KEY is. */
export const PUBLIC_KEY = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');

/** The nth way to end a question: read the same, but never kept as an answer to the same words. */
const ended = (question: string, nth: number): string =>
  question + [...nth.toString(2)].map((bit) => (bit === '1' ? '!' : '?')).join('');

/** Golden questions of the project that are short enough for their answers to be kept. */
function questions(): string[] {
  return readGolden()
    .map(({ turns: [question = ''] }) => question)
    .filter((question) => question.length <= 150);
}

/** Makes deliveries without end; `again` leaves the words of a question as they were. @param answersAt address of the counterpart */
export function openDeliveries(answersAt: string) {
  const asked = questions();
  let count = 0;
  const next = (again: boolean) => {
    const nth = count++;
    const round = again ? 0 : Math.floor(nth / asked.length) + 1;
    const question = ended(asked[nth % asked.length] ?? '', round);
    return { nth, question, person: nth % PEOPLE, place: nth % PLACES };
  };
  return {
    /** The slash command that takes any question. */
    slack(again: boolean): Delivery {
      const { nth, question, person, place } = next(again);
      const id = `s${nth}`;
      const body = new URLSearchParams({
        token: 'verification',
        api_app_id: 'A0LOAD',
        team_id: `T${place}`,
        team_domain: 'load',
        channel_id: `C${place}`,
        channel_name: 'products',
        user_id: `U${person}`,
        user_name: 'someone',
        command: '/load',
        text: question,
        is_enterprise_install: 'false',
        response_url: `${answersAt}/response/${id}`,
        trigger_id: `${Date.now()}.${nth}`,
      }).toString();
      const time = Math.floor(Date.now() / 1000);
      const digest = createHmac('sha256', SIGNING_SECRET).update(`v0:${time}:${body}`).digest('hex');
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': String(time),
        'x-slack-signature': `v0=${digest}`,
      };
      return { id, path: '/slack/events', body, headers };
    },
    /** The command with a question as its option. */
    discord(again: boolean): Delivery {
      const { nth, question, person, place } = next(again);
      const id = String(BigInt(Date.now()) * 1_000_000n + BigInt(nth));
      const at = (number: number): string => String(200_000_000_000_000_000n + BigInt(number));
      const user = { id: at(person), username: 'someone', discriminator: '0', avatar: null, bot: false };
      const body = JSON.stringify({
        id,
        application_id: '100000000000000001',
        type: 2,
        token: `token-${id}`,
        version: 1,
        locale: 'en-US',
        guild_locale: 'en-US',
        guild_id: at(place),
        channel_id: at(place),
        channel: { id: at(place), type: 0 },
        app_permissions: String(2n ** 50n - 1n),
        entitlements: [],
        context: 0,
        attachment_size_limit: 10_485_760,
        authorizing_integration_owners: { 0: at(place) },
        member: { user, roles: [], permissions: '0', joined_at: '2024-01-01T00:00:00.000Z', flags: 0 },
        data: { id: '1', type: 1, name: 'ask', options: [{ name: 'question', type: 3, value: question }] },
      });
      const time = String(Math.floor(Date.now() / 1000));
      const headers = {
        'content-type': 'application/json',
        'x-signature-timestamp': time,
        'x-signature-ed25519': sign(null, Buffer.from(time + body), privateKey).toString('hex'),
      };
      return { id, path: '/discord/interactions', body, headers };
    },
  };
}
export type Deliveries = ReturnType<typeof openDeliveries>;

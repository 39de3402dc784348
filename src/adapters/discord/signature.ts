// Whether a request comes from Discord: https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint
import { createPublicKey, verify } from 'node:crypto';

/** True where `signature` is Discord's over the time and the body. */
export type Verify = (body: Buffer, signature: unknown, timestamp: unknown) => boolean;

/** Makes the check. @param publicKey of the application, as 64 hexadecimal digits */
export function verifierFor(publicKey: string): Verify {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return (body, signature, timestamp) => {
    if (typeof signature !== 'string' || !/^[0-9a-f]{128}$/i.test(signature)) return false;
    if (typeof timestamp !== 'string' || !/^\d{1,20}$/.test(timestamp)) return false;
    return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
  };
}

import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { SealingKeyTold } from '../../domain/sealing.ts';
import type { Keyring } from '../sealing/keyring.ts';

const description = describeRoute({
  operationId: 'getSealingKey',
  summary: 'To which key to seal what is sent',
  description:
    'A public key on P-256 as a JWK; `kid` is its thumbprint (RFC 7638) and `fingerprint` the first 80 bits of that, in ' +
    'hexadecimal. A key that has been told here is accepted for ever, also when another has taken its place.',
  responses: {
    200: { description: 'The key in use.', content: { 'application/json': { schema: resolver(SealingKeyTold) } } },
  },
});

/** `GET /api/sealing-key`. An hour old it is as good: whatever was sealed to a retired key is opened too. */
export function sealingKeyRoutes(keyring: Keyring): Hono {
  return new Hono().get('/sealing-key', description, (c) => {
    const { publicKey: key, fingerprint } = keyring.current();
    return c.json({ key, fingerprint } satisfies SealingKeyTold, 200, { 'Cache-Control': 'public, max-age=3600' });
  });
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seal as sealOnPhone } from '../../../src/device/seal.ts';
import { seal } from '../../../src/server/sealing/seal.ts';
import { unseal } from '../../../src/server/sealing/unseal.ts';
import { sealing } from '../test-app.ts';

const { publicKey } = sealing.keyring.current();
const sealedFor = { id: '0b3c5f0e-6d0a-4f0e-9d3b-1c2d3e4f5a6b', deposit: 'D'.repeat(43) };
const bytesOf = (text: string) => new Uint8Array(new TextEncoder().encode(text)).buffer;

test('whatever is sealed, by a phone or here, comes out as it was, with nothing but spaces after it', async () => {
  const anyText = fc.json({ stringUnit: 'binary' });
  await fc.assert(
    fc.asyncProperty(anyText, fc.constantFrom(sealOnPhone, seal), async (json, sealIt) => {
      const jwe = await sealIt(json, publicKey, sealedFor);
      const opened = await unseal(bytesOf(jwe), sealing.keyring, sealedFor);
      if ('problem' in opened) throw new Error(opened.problem);
      const text = new TextDecoder().decode(opened.plaintext);
      expect(text.slice(0, json.length)).toBe(json);
      expect(text.slice(json.length)).toMatch(/^ *$/);
      expect(opened.plaintext.byteLength % 1024).toBe(0);
    }),
    { numRuns: 200 },
  );
});

test('whatever else comes is a problem that is named, and never an exception', async () => {
  const jwe = await seal('{}', publicKey, sealedFor);
  const spoilt = fc.tuple(fc.nat(jwe.length - 1), fc.string({ maxLength: 3, unit: 'binary' }));
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.base64String(), { minLength: 4, maxLength: 6 }).map((parts) => parts.join('.')),
    spoilt.map(([place, text]) => jwe.slice(0, place) + text + jwe.slice(place + 1)),
  );
  await fc.assert(
    fc.asyncProperty(anything, async (body) => {
      fc.pre(body !== jwe);
      const opened = await unseal(bytesOf(body), sealing.keyring, sealedFor);
      expect('problem' in opened && opened.problem).toMatch(
        /^(malformed-sealed|sealed-for-another|unknown-sealing-key)$/,
      );
    }),
    { numRuns: 500 },
  );
});

import { createHash, randomUUID } from 'node:crypto';
import { sealedType } from '../../src/domain/sealing.ts';
import { SubmissionId } from '../../src/domain/submission.ts';
import { seal } from '../../src/server/sealing/seal.ts';
import type { Asked } from './asked.ts';
import type { Office } from './office.ts';
import type { Operation } from './operations.ts';
import type { Wire } from './wire.ts';

/** Whether it can be sealed at all: to whom it is, and with which key, must be of the shape that a seal names. */
export function canBeSealed({ takesSealed }: Operation, { bytes, id, key, deposit }: Wire): boolean {
  return takesSealed && bytes !== undefined && SubmissionId.safeParse(id).success && (key ?? deposit) !== undefined;
}

/** The same under the council's seal, where it is to be: what is right in it stays right, and what is wrong wrong. */
export async function sealedAs(wire: Wire, { flaw, operation, body }: Asked, { sealingKey }: Office): Promise<Wire> {
  const isToBe = flaw === 'sealed' || flaw === 'sealed and altered' || flaw === 'sealed for another';
  // What is no text cannot be sealed as one.
  if (!isToBe || !wire.bytes || body?.textBreak || !canBeSealed(operation, wire)) return wire;
  const deposit =
    wire.deposit ??
    createHash('sha256')
      .update(wire.key ?? '')
      .digest('base64url');
  const id = flaw === 'sealed for another' ? randomUUID() : SubmissionId.parse(wire.id);
  const whole = await seal(Buffer.from(wire.bytes).toString(), sealingKey, { id, deposit });
  const parts = whole.split('.');
  // The first letter of what is sealed: the last one of a part may hold bits that nobody reads.
  const altered = parts.with(3, `${parts[3]?.startsWith('A') ? 'B' : 'A'}${parts[3]?.slice(1)}`).join('.');
  const headers = wire.headers.map(([name, value]): [string, string] =>
    name === 'Content-Type' ? [name, sealedType] : [name, value],
  );
  return { ...wire, headers, bytes: Buffer.from(flaw === 'sealed and altered' ? altered : whole) };
}

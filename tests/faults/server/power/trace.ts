/** Everything that a database asked of its disk, in order. */
export type Operation =
  | { op: 'create' | 'delete' | 'delete for good' | 'sync'; file: string }
  | { op: 'truncate'; file: string; size: number }
  | { op: 'write'; file: string; at: number; bytes: Uint8Array };

/** How an operation stands in the file of the trace: a line of JSON, and what was written after it. */
export function encode(operation: Operation): Uint8Array {
  if (operation.op !== 'write') return Buffer.from(`${JSON.stringify(operation)}\n`);
  const { bytes, ...line } = operation;
  return Buffer.concat([Buffer.from(`${JSON.stringify({ ...line, length: bytes.length })}\n`), bytes]);
}

/** The operations of a trace, each with where in the file it ends. What was cut off at the end is left out. */
export function* decode(trace: Buffer): Generator<{ operation: Operation; end: number }> {
  let at = 0;
  for (;;) {
    const lineEnd = trace.indexOf(0x0a, at);
    if (lineEnd < 0) return;
    const { length, ...line } = JSON.parse(trace.toString('utf8', at, lineEnd)) as Operation & { length?: number };
    const end = lineEnd + 1 + (length ?? 0);
    if (end > trace.length) return;
    const operation = line.op === 'write' ? { ...line, bytes: trace.subarray(lineEnd + 1, end) } : line;
    yield { operation, end };
    at = end;
  }
}

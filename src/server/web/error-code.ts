/** What may be logged of an error beside its place: its code, never its message, which may quote a value. */
export function codeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error ? error.code : error.name;
}

/**
 * Takes the one-time token out of the address, so that it stays in neither the address bar nor the history, where
 * somebody else could read it.
 */
export function takeLinkToken(): LinkToken | undefined {
  const [, kind, token] = /^#(set-up|welcome)=([A-Za-z0-9_-]+)$/.exec(location.hash) ?? [];
  if (!token) return undefined;
  history.replaceState(null, '', location.pathname);
  return { kind: kind === 'set-up' ? 'set-up' : 'welcome', token };
}

/** `set-up` makes the first account; `welcome` is a colleague's own link. */
export interface LinkToken {
  kind: 'set-up' | 'welcome';
  token: string;
}

/**
 * Takes the one-time token out of the address, so that it stays in neither the address bar nor the history, where
 * somebody else could read it.
 */
export function takeSetUpToken(): string | undefined {
  const token = /^#set-up=([A-Za-z0-9_-]+)$/.exec(location.hash)?.[1];
  if (token) history.replaceState(null, '', location.pathname);
  return token;
}

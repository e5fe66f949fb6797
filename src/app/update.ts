/**
 * Brings the worker, with which everything works offline, and says when a newer version of the app waits. It takes
 * over only when the person agrees, so nothing changes under their hands.
 */
export async function startWorker(onNewer: (use: () => void) => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox(workerAddress() as string);
  workbox.addEventListener('waiting', () =>
    onNewer(() => {
      workbox.addEventListener('controlling', () => location.reload());
      workbox.messageSkipWaiting();
    }),
  );
  await workbox.register();
}

/** Not yet in TypeScript's DOM types: https://www.w3.org/TR/trusted-types/ */
interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => {
    createScriptURL: (url: string) => unknown;
  };
}

// The one address of a script that is ever made by hand, and the policy makes no other.
function workerAddress(): unknown {
  const address = '/sw.js';
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy('heard', { createScriptURL: () => address }).createScriptURL(address) ?? address;
}

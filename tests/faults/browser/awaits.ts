/**
 * Runs in the page, before its own scripts: counts everything the app waits for from the press on "Send" on, before
 * it is asked for and when it has answered. At one of these steps it says so and stops the app there, for good: from
 * then on nothing answers, until somebody kills the browser.
 *
 * @param stopAt which step, from 1; 0 for none
 */
export function countAwaits(stopAt: number): void {
  const never = new Promise<never>(() => {});
  let step = 0;
  let isCounting = false;
  let isStopped = false;
  addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('main button')?.textContent === 'Send') isCounting = true;
    },
    { capture: true },
  );

  /** Whether the app is stopped here. */
  const passes = (name: string): boolean => {
    if (isStopped) return true;
    if (!isCounting) return false;
    step += 1;
    console.log(`await ${step} ${name}`);
    isStopped = step === stopAt;
    if (isStopped) console.log('stopped');
    return isStopped;
  };
  // A property of the platform is replaced by one of the same name; what it is called on and with stays.
  const wrap = (owner: object, name: string) => {
    const original: unknown = Reflect.get(owner, name);
    if (typeof original !== 'function') return;
    Reflect.set(owner, name, function (this: unknown, ...all: unknown[]) {
      if (passes(`before ${name}`)) return never;
      const answer: unknown = Reflect.apply(original, this, all);
      if (!(answer instanceof Promise)) return answer;
      return answer.then(
        (value: unknown) => (passes(`after ${name}`) ? never : value),
        (error: unknown) => (passes(`after failed ${name}`) ? never : Promise.reject(error)),
      );
    });
  };
  for (const name of ['digest', 'encrypt', 'decrypt', 'importKey', 'exportKey', 'generateKey', 'deriveBits', 'wrapKey'])
    wrap(SubtleCrypto.prototype, name);
  wrap(LockManager.prototype, 'request');
  wrap(globalThis, 'fetch');
  for (const name of ['json', 'text', 'arrayBuffer']) wrap(Response.prototype, name);
  wrap(StorageManager.prototype, 'getDirectory');
  for (const name of ['getDirectoryHandle', 'getFileHandle', 'removeEntry'])
    wrap(FileSystemDirectoryHandle.prototype, name);
  for (const name of ['createWritable', 'getFile']) wrap(FileSystemFileHandle.prototype, name);
  for (const name of ['write', 'close']) wrap(FileSystemWritableFileStream.prototype, name);
  wrap(ServiceWorkerContainer.prototype, 'getRegistration');
  const sync: unknown = Reflect.get(globalThis, 'SyncManager');
  if (typeof sync === 'function') wrap(sync.prototype, 'register');

  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const made = transaction.call(this, stores, mode, options);
    const name = `${mode ?? 'readonly'} of ${[...made.objectStoreNames].join(' and ')}`;
    // First in line, so that the app does not hear of it when it is stopped here.
    made.addEventListener('complete', (event) => {
      if (passes(`committed ${name}`)) event.stopImmediatePropagation();
    });
    return made;
  };
}

const { put } = IDBObjectStore.prototype;

/**
 * From now on this phone has no room for what is to be put into a store under an id: as on a full disk, whatever else
 * the transaction did is undone. Chromium's own limit is not counted at each write, so that nobody knows whether it holds.
 */
export function leaveNoRoomFor(store: 'outbox' | 'sent', id: string): void {
  IDBObjectStore.prototype.put = function (...what) {
    const request = put.apply(this, what);
    if (this.name === store && what[0].id === id) this.transaction.abort();
    return request;
  };
}

export function thereIsRoomAgain(): void {
  IDBObjectStore.prototype.put = put;
}

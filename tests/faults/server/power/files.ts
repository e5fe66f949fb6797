/** Files of bytes in memory, which grow as they are written. */
export class Bytes {
  #room = new Uint8Array(65_536);
  size = 0;

  write(at: number, bytes: Uint8Array): void {
    this.#grow(at + bytes.length);
    this.#room.set(bytes, at);
    this.size = Math.max(this.size, at + bytes.length);
  }

  /** Beyond the end there are zeros. */
  truncate(size: number): void {
    this.#grow(size);
    if (size < this.size) this.#room.fill(0, size, this.size);
    this.size = size;
  }

  read(at: number, length: number): Uint8Array {
    return this.#room.subarray(at, Math.min(at + length, this.size));
  }

  copy(): Bytes {
    const copy = new Bytes();
    copy.write(0, this.read(0, this.size));
    return copy;
  }

  #grow(size: number): void {
    if (size <= this.#room.length) return;
    const more = new Uint8Array(Math.max(size, this.#room.length * 2));
    more.set(this.#room);
    this.#room = more;
  }
}

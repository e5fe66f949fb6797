import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { createServer as createTls, type Server } from 'node:tls';
import { freePort } from '../../../tooling/postgres.mjs';

/** `wrong-certificate`: somebody else answers. `reset`: the connection ends in the handshake, as some filters do it. */
export type Handshake = 'right' | 'wrong-certificate' | 'reset';

/** HTTPS in front of an address of this machine. */
export interface TlsFront {
  url: string;
  /** With these Chromium knows the name and takes the right certificate, and no other. */
  flags: string[];
  /** Every connection that is open ends. */
  set: (next: Handshake) => void;
  /** How many connections have met something else than the right certificate. */
  injected: () => number;
  close: () => Promise<void>;
}

const host = 'heard.test';

// Made for this and for nothing else: nobody trusts them, and their keys are for everybody to see.
const read = (name: string) => readFileSync(new URL(`./certificates/${name}.pem`, import.meta.url), 'utf8');

/** The flag with which the name leads nowhere, as when there is no answer from the DNS. */
export const nameNotFound = `--host-resolver-rules=MAP ${host} ~NOTFOUND`;

export async function startTlsFront(target: string): Promise<TlsFront> {
  const port = await freePort();
  const sockets = new Set<Socket>();
  let handshake: Handshake = 'right';
  let injected = 0;
  const answerAs = (name: string): Server =>
    createTls({ cert: read(name), key: read(`${name}.key`) }, (socket) => {
      const onward = connect(Number(new URL(target).port), '127.0.0.1');
      onward.on('error', () => socket.destroy()).pipe(socket);
      socket.on('error', () => onward.destroy()).pipe(onward);
      socket.on('close', () => onward.destroy());
    });
  const [right, wrong] = [answerAs('right'), answerAs('wrong')];
  for (const each of [right, wrong]) each.on('tlsClientError', () => undefined);
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)));
    if (handshake !== 'right') injected += 1;
    if (handshake === 'reset') socket.once('data', () => socket.resetAndDestroy());
    else (handshake === 'right' ? right : wrong).emit('connection', socket);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const hangUp = () => {
    for (const each of sockets) each.destroy();
  };
  const key = new X509Certificate(read('right')).publicKey.export({ type: 'spki', format: 'der' });
  return {
    url: `https://${host}:${port}`,
    flags: [
      `--host-resolver-rules=MAP ${host} 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`,
    ],
    set(next) {
      handshake = next;
      hangUp();
    },
    injected: () => injected,
    async close() {
      hangUp();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

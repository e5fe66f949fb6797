import { mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type LaunchOptions } from '@playwright/test';

/** A browser with a profile that outlives it: what a child's phone remembers when the browser is gone. */
export interface Phone {
  /** The folder in which it keeps everything. */
  profile: string;
  /** The open browser. Throws when it is not open. */
  context: () => BrowserContext;
  /** `flags` for this one opening: another network, for example. */
  open: (flags?: readonly string[]) => Promise<BrowserContext>;
  /** Closes it as a person does. */
  close: () => Promise<void>;
  /** Ends the browser's process with SIGKILL: a flat battery. */
  kill: () => Promise<void>;
  remove: () => Promise<void>;
}

type ContextOptions = Parameters<typeof chromium.launchPersistentContext>[1];

export function createPhone(launch: LaunchOptions, options: ContextOptions = {}): Phone {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'heard-phone-'));
  let opened: BrowserContext | undefined;

  const context = () => {
    if (!opened) throw new Error('The phone’s browser is not open.');
    return opened;
  };
  const open = async (flags: readonly string[] = []) => {
    const args = [...(launch.args ?? []), ...flags];
    opened = await chromium.launchPersistentContext(profile, { ...launch, ...options, args });
    return opened;
  };
  const close = async () => {
    await opened?.close();
    opened = undefined;
  };
  const kill = async () => {
    const closed = new Promise((resolve) => context().once('close', resolve));
    process.kill(browserProcess(profile), 'SIGKILL');
    await closed;
    opened = undefined;
  };
  const remove = async () => {
    await close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { profile, context, open, close, kill, remove };
}

// Chromium writes who holds a profile into it: a link to "machine-pid".
function browserProcess(profile: string): number {
  const holder = readlinkSync(path.join(profile, 'SingletonLock'));
  const pid = Number(holder.slice(holder.lastIndexOf('-') + 1));
  if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile)) throw new Error(`${pid} is not this browser.`);
  return pid;
}

/**
 * All of the lock that comes when it is needed, in one file: as two of their own, what they share with the app would
 * be a third beside the app's first, for every visitor to ask for.
 */
export { guard } from './guard.tsx';
export { LockPanel } from './LockPanel.tsx';

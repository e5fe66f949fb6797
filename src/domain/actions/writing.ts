import * as z from 'zod/mini';
import { Words } from '../text.ts';
import { seen } from './parts.ts';

/** A message to the person, beside every step; `asks` when they should answer it. */
export const WriteMessage = z.strictObject({
  action: z.literal('write-message'),
  message: Words,
  asks: z.boolean(),
  ...seen,
});

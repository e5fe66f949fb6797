import * as z from 'zod/mini';

/** 128 random bits or more in base64url: who has it may follow the submission. */
export const FollowKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,86}$/));
export type FollowKey = z.infer<typeof FollowKey>;

/** SHA-256 in base64url, without padding. */
export const Sha256 = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

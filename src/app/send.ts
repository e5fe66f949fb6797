import { type Draft, DraftConflict } from '../device/drafts.ts';
import { sha256 } from '../device/keys.ts';
import { enqueue } from '../device/outbox.ts';
import { type Submission, SubmissionV1 } from '../domain/submission.ts';
import { cleanWords } from '../domain/text.ts';
import { appWords } from '../words/app-words.ts';

/**
 * Sends a draft: when this resolves, it is in the outbox and on the disk. Everything slow comes first, so that
 * nothing stands between reading the draft again and putting it away. Throws when the answers are not whole yet or
 * the phone cannot keep them; the draft is then still there. `DraftConflict`: another tab changed it; look again.
 */
export async function send(draft: Draft): Promise<void> {
  const now = new Date().toISOString();
  const submission = submissionOf(draft, now);
  const body = JSON.stringify(submission);
  const digest = await sha256(body);
  const outcome = await enqueue(draft, { body, digest, kind: submission.kind }, now);
  if (outcome === 'draft-changed') throw new DraftConflict();
}

function submissionOf({ answers }: Draft, writtenAt: string): Submission {
  const { voice, kind, words, advocate } = answers;
  return SubmissionV1.parse({
    version: 1,
    kind,
    words: cleanWords(words ?? ''),
    register: 'older',
    language: appWords.language,
    writtenAt,
    ...(voice && { voice }),
    ...(advocate && { advocate }),
  });
}

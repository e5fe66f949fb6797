/** Where the staff desk shows one case: what stands behind the address of its page, and in an e-mail to staff. */
export function hashOfCase(caseId: string): string {
  return `#case=${caseId}`;
}

export const deskPath = '/desk';

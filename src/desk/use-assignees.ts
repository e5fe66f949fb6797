import { useEffect, useState } from 'preact/hooks';
import type { Assignees } from '../domain/desk-api.ts';
import { listAssignees } from './api.ts';

/** The staff to whom a case may be given; asked for only when it is to be given. Teams stand in the council's file. */
export function useAssignees(isNeeded: boolean): Assignees['staff'] {
  const [staff, setStaff] = useState<Assignees['staff']>([]);
  useEffect(() => {
    if (!isNeeded) return;
    void listAssignees().then((answer) => 'value' in answer && setStaff(answer.value.staff));
  }, [isNeeded]);
  return staff;
}

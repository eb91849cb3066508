import { kebab } from './import/names.ts';
import { whyNoId } from './why-no-id.ts';

/** An id of the form that files go by, made from what somebody called a file or a folder; null where none can be made. */
export function idFromName(name: string): string | null {
  const id = kebab(name);
  return whyNoId(id) === null ? id : null;
}

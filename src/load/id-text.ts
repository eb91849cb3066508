/** An id as YAML text: some words mean something else there unless they are quoted. */
export function idText(id: string): string {
  return ['true', 'false', 'null'].includes(id) ? `'${id}'` : id;
}

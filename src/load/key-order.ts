import { isMap, isScalar, isSeq, type Pair, type ParsedNode } from 'yaml';
import * as z from 'zod';
import { unwrapped } from './unwrapped.ts';

/**
 * Puts the keys of every object into the order of its shape, those that the shape does not know behind them. Entries of
 * lists and of maps by id stay where they are. It takes what is not of the shape, too.
 */
export function orderKeys(node: ParsedNode | null, wrapped: z.ZodType): void {
  const schema = unwrapped(wrapped);
  if (schema instanceof z.ZodUnion) {
    const form = likeliest(node, schema.options as readonly z.ZodType[]);
    if (form !== null) orderKeys(node, form);
  } else if (isSeq(node) && schema instanceof z.ZodArray) {
    for (const item of node.items) orderKeys(item as ParsedNode, schema.element as z.ZodType);
  } else if (isMap(node) && schema instanceof z.ZodRecord) {
    for (const { value } of node.items)
      orderKeys(value as ParsedNode, schema.valueType as z.ZodType);
  } else if (isMap(node) && schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, z.ZodType>;
    const keys = Object.keys(shape);
    const rank = (pair: Pair) => {
      const at = keys.indexOf(nameOf(pair));
      return at < 0 ? keys.length : at;
    };
    node.items.sort((left, right) => rank(left) - rank(right));
    for (const pair of node.items) {
      const name = nameOf(pair);
      const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
      if (field !== undefined) orderKeys(pair.value, field);
    }
  }
}

/** Of several forms the one that knows most of what is there; null where none is of its kind. */
function likeliest(node: ParsedNode | null, options: readonly z.ZodType[]): z.ZodType | null {
  const forms = options.flatMap(formsOf);
  if (isSeq(node)) return forms.find((form) => form instanceof z.ZodArray) ?? null;
  if (!isMap(node)) return null;
  let [best, most] = [null as z.ZodType | null, -1];
  for (const form of forms) {
    const isObject = form instanceof z.ZodObject;
    if (!isObject && !(form instanceof z.ZodRecord)) continue;
    const known = isObject
      ? node.items.filter((pair) => Object.hasOwn(form.shape, nameOf(pair))).length
      : 0;
    if (known > most) [best, most] = [form, known];
  }
  return best;
}

function formsOf(wrapped: z.ZodType): z.ZodType[] {
  const schema = unwrapped(wrapped);
  return schema instanceof z.ZodUnion
    ? (schema.options as readonly z.ZodType[]).flatMap(formsOf)
    : [schema];
}

function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

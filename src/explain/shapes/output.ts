import type * as z from 'zod';

/** A value as an answer gives it: nobody changes it afterwards. */
export type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

/** What a shape of an output describes: the type of the function that makes it. */
export type Output<Shape extends z.ZodType> = Frozen<z.output<Shape>>;

/**
 * Texts of an address as values of the schema's own types. It happens here alone: the schemas stay
 * strict, so that tRPC and JSON bodies never take "12" for 12. What does not read as the wanted type
 * stays a text, and the schema refuses it by name.
 */
import type * as z from "zod";

/** `undefined` says that the field counts as absent. */
export type Coerce = (texts: readonly string[]) => unknown;

export interface FieldCoercion {
  /** Whether the field may be given several times. */
  readonly many: boolean;
  readonly coerce: Coerce;
}

interface Definition {
  readonly type: string;
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly out?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
}

const definitionOf = (schema: z.core.$ZodType): Definition =>
  schema._zod.def as unknown as Definition;

const WRAPPERS: ReadonlySet<string> = new Set([
  "optional",
  "nullable",
  "nonoptional",
  "default",
  "prefault",
  "readonly",
  "catch",
]);

/** What a value is before any wrapper, default or transformation. */
function bare(schema: z.core.$ZodType): Definition {
  const definition = definitionOf(schema);
  if (WRAPPERS.has(definition.type) && definition.innerType) return bare(definition.innerType);
  if (definition.type === "pipe" && definition.in) {
    const transforms = definitionOf(definition.in).type === "transform";
    const inner = transforms ? definition.out : definition.in;
    if (inner) return bare(inner);
  }
  return definition;
}

/** How each field of an object schema reads from an address. */
export function fieldCoercions(
  inputs: readonly z.core.$ZodType[],
): ReadonlyMap<string, FieldCoercion> {
  const fields = new Map<string, FieldCoercion>();
  for (const input of inputs) {
    for (const [name, schema] of Object.entries(bare(input).shape ?? {})) {
      fields.set(name, coercionOf(bare(schema)));
    }
  }
  return fields;
}

function coercionOf(definition: Definition): FieldCoercion {
  if (definition.type !== "array" || definition.element === undefined) {
    const read = readerOf(definition);
    return { many: false, coerce: ([text = ""]) => read(text) };
  }
  const read = readerOf(bare(definition.element));
  return {
    many: true,
    // A single empty text is what a form sends for a list without choices.
    coerce: (texts) => (texts.length === 1 && texts[0] === "" ? undefined : texts.map(read)),
  };
}

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

function readerOf({ type }: Definition): (text: string) => unknown {
  switch (type) {
    case "string":
      return (text) => text;
    case "number":
      return (text) => (text === "" ? undefined : NUMBER.test(text) ? Number(text) : text);
    case "boolean":
      return (text) =>
        text === "" ? undefined : text === "true" || (text === "false" ? false : text);
    default:
      return (text) => (text === "" ? undefined : text);
  }
}

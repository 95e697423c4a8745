/** The REST routes: a tree by path segments, where a literal goes before a parameter. */
import type { AnyTRPCRouter } from "@trpc/server";
import { type ProcedureInfo, proceduresOf } from "../procedures.ts";
import { type FieldCoercion, fieldCoercions } from "./coercion.ts";

export interface Route {
  readonly method: string;
  /** With its parameters in braces, as it is documented. */
  readonly path: string;
  readonly procedure: ProcedureInfo;
  readonly successStatus: number;
  readonly parameters: readonly string[];
  readonly fields: ReadonlyMap<string, FieldCoercion>;
}

interface Node {
  readonly literals: Map<string, Node>;
  parameter: Node | null;
  readonly routes: Map<string, Route>;
}

export interface Match {
  readonly routes: ReadonlyMap<string, Route>;
  /** The decoded values of the parameters, in the order of the path. */
  readonly values: readonly string[];
}

export interface RouteTable {
  readonly all: readonly Route[];
  /** Segments are decoded already, without the slash at the end. */
  find(segments: readonly string[]): Match | null;
}

const newNode = (): Node => ({ literals: new Map(), parameter: null, routes: new Map() });

export function routeTable(router: AnyTRPCRouter): RouteTable {
  const root = newNode();
  const all: Route[] = [];
  for (const procedure of proceduresOf(router)) {
    const route = routeOf(procedure);
    if (route === null) continue;
    const node = nodeFor(root, route.path);
    if (node.routes.has(route.method)) {
      throw new Error(`two procedures answer ${route.method} ${route.path}`);
    }
    node.routes.set(route.method, route);
    all.push(route);
  }
  return {
    all,
    find(segments) {
      const values: string[] = [];
      const node = descend(root, segments, 0, values);
      return node === null ? null : { routes: node.routes, values };
    },
  };
}

export const segmentsOf = (path: string): string[] => path.replace(/^\/|\/$/g, "").split("/");

const parameterName = (segment: string): string | undefined => /^\{(.+)\}$/.exec(segment)?.[1];

function routeOf(procedure: ProcedureInfo): Route | null {
  const { openapi, successStatus = 200 } = procedure.meta;
  if (openapi === undefined) return null;
  const { method, path } = openapi;
  const parameters = segmentsOf(path).flatMap((segment) => parameterName(segment) ?? []);
  const fields = fieldCoercions(procedure.inputs);
  return { method, path, procedure, successStatus, parameters, fields };
}

function nodeFor(root: Node, path: string): Node {
  let node = root;
  for (const segment of segmentsOf(path)) {
    if (parameterName(segment) !== undefined) {
      node.parameter ??= newNode();
      node = node.parameter;
    } else {
      const next = node.literals.get(segment) ?? newNode();
      node.literals.set(segment, next);
      node = next;
    }
  }
  return node;
}

function descend(
  node: Node,
  segments: readonly string[],
  depth: number,
  values: string[],
): Node | null {
  const segment = segments[depth];
  if (segment === undefined) return node.routes.size > 0 ? node : null;
  const literal = node.literals.get(segment);
  const found = literal === undefined ? null : descend(literal, segments, depth + 1, values);
  if (found !== null || node.parameter === null || segment === "") return found;
  values.push(segment);
  const below = descend(node.parameter, segments, depth + 1, values);
  if (below === null) values.pop();
  return below;
}

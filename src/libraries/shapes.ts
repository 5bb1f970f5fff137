/** The same value under each of the names (separated by spaces); a function is asked for the value of each. */
export function each<Value>(names: string, value: Value | ((name: string) => Value)): { readonly [name: string]: Value } {
  const valueOf = (name: string): Value => (typeof value === 'function' ? (value as (name: string) => Value)(name) : value);
  return Object.fromEntries(names.split(' ').map((name) => [name, valueOf(name)]));
}

/** HTTP methods by the name of the function that registers them: `del` is `DELETE`, `all` and `any` are `*`. */
export function httpMethod(name: string): string {
  if (name === 'all' || name === 'any') return '*';
  return name === 'del' ? 'DELETE' : name.toUpperCase();
}

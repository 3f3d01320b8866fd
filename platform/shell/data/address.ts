/** The address that a path becomes once its `{names}` are filled in, and what of the input was not used for that. */
export function addressOf(
  path: string,
  input: object = {},
): { readonly address: string; readonly rest: Readonly<Record<string, unknown>> } {
  const rest: Record<string, unknown> = { ...input };
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    if (value === undefined) throw new Error(`${path} lacks its ${name}.`);
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  return { address, rest };
}

/** The same for requests without a body: the rest goes into the query. */
export function addressWithQuery(path: string, input?: object): string {
  const { address, rest } = addressOf(path, input);
  const query = new URLSearchParams(
    Object.entries(rest).flatMap(([name, value]) =>
      value === undefined || value === null ? [] : [[name, String(value)] as [string, string]],
    ),
  );
  return query.size > 0 ? `${address}?${query}` : address;
}

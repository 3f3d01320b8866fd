/** Reads page after page of what is in order of its id, each after the last of the one before, until there is nothing more. */
export async function* pagesOf<T extends { readonly id: string }>(
  read: (after: string) => Promise<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await read(after);
    if (page.length === 0) return;
    yield page;
    after = page.at(-1)!.id;
  }
}

/** Something that a record has several of, each with its own id. */
export interface Entry {
  readonly id: string;
}

/** Whether one of that id is there. */
export const has = (all: readonly Entry[], id: string): boolean => all.some((one) => one.id === id);

/** The list in which the one of that id is otherwise. */
export const changed = <One extends Entry>(
  all: readonly One[],
  id: string,
  more: Partial<NoInfer<One>> | ((one: NoInfer<One>) => Partial<NoInfer<One>>),
): readonly One[] => all.map((one) => (one.id === id ? { ...one, ...(typeof more === 'function' ? more(one) : more) } : one));

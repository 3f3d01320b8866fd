import { Name, SelectField } from '../../ui/index.ts';
import type { FieldKind, Options } from './field.ts';

/** A kind of field for the id of something that an area keeps: `useKept` gives what may be chosen, and what each is called by its id. */
export const choiceFrom = (useKept: () => { readonly offered: Options; nameOf(id: string): string }): FieldKind<string> => ({
  from: (held) => (held ?? '') as string,
  answer: (id) => id || undefined,
  Control({ words, value, onChange }) {
    const { offered } = useKept();
    return (
      <SelectField
        {...words}
        value={value}
        onChange={onChange}
        options={[['', '—'], ...offered.map(([id, name]) => [id, name] as const)]}
      />
    );
  },
  Shown({ held }) {
    return <Name>{useKept().nameOf(held as string)}</Name>;
  },
});

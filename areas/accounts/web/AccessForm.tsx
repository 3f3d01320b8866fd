import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, SelectField, TextField } from '../../../platform/ui/index.ts';

interface AccessField<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'password';
  readonly autoComplete?: string;
  /** What stands in it at first. */
  readonly starts?: string | undefined;
  readonly options?: readonly (readonly [value: string, label: string])[];
  /** What is wrong with it, in a sentence. */
  readonly check?: (typed: Readonly<Record<string, string>>) => string | undefined;
}

interface Refused {
  readonly sentence: string;
  readonly fields: readonly string[];
}

/** Fields that several of these forms ask for. */
export function useAccessFields() {
  const { t } = useTranslation('accounts');
  return {
    userName: { name: 'userName', label: t('sign-in.user-name'), autoComplete: 'username' },
    password: { name: 'password', label: t('sign-in.password'), type: 'password', autoComplete: 'current-password' },
    newPassword: { name: 'password', hint: t('password.hint'), type: 'password', autoComplete: 'new-password' },
    code: { name: 'code', label: t('factor.code'), hint: t('factor.code-hint'), autoComplete: 'one-time-code' },
  } as const;
}

/**
 * A form for somebody who is not signed in, or that asks for a password. It is no `CommandForm`: its drafts need the key of a session and are
 * kept on the device, where no password may be. What was typed stays until it was accepted.
 */
export function AccessForm<const Name extends string>({
  fields,
  send,
  submit,
  onTyped,
  onCancel,
  children,
}: {
  readonly fields: readonly AccessField<Name>[];
  readonly send: {
    mutate(typed: Readonly<Record<Name, string>>): void;
    readonly isPending: boolean;
    readonly error: Refused | null;
  };
  readonly submit: string;
  readonly onTyped?: (typed: Readonly<Record<Name, string>>) => void;
  readonly onCancel?: () => void;
  /** Stands above the fields. */
  readonly children?: ReactNode;
}) {
  const [changed, setChanged] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const typedWith = (some: typeof changed) =>
    Object.fromEntries(fields.map(({ name, starts = '' }) => [name, some[name] ?? starts])) as Record<Name, string>;
  const typed = typedWith(changed);
  const submitted = () => {
    setTried(true);
    if (fields.every(({ check }) => !check?.(typed))) send.mutate(typed);
  };
  return (
    <Form
      focus
      onSubmit={submitted}
      submit={submit}
      pending={send.isPending}
      refused={send.error ?? undefined}
      {...(onCancel ? { onCancel } : {})}
    >
      {children}
      {fields.map(({ starts, check, options, ...field }) => {
        const control = {
          ...field,
          value: typed[field.name],
          onChange(value: string) {
            const next = { ...changed, [field.name]: value };
            setChanged(next);
            onTyped?.(typedWith(next));
          },
          error: tried ? check?.(typed) : undefined,
          required: true,
        };
        return options ? <SelectField key={field.name} {...control} options={options} /> : <TextField key={field.name} {...control} />;
      })}
    </Form>
  );
}

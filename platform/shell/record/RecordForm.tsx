import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Name, Page, useToast } from '../../ui/index.ts';
import { Await } from '../data/Await.tsx';
import type { Problem } from '../data/api.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import type { AskedField, RecordInputs } from '../form/field.ts';

interface Props<T> {
  readonly record: RecordInputs;
  /** The address of the list: a record's page is `<at>/<id>`. */
  readonly at: string;
  /** The command that makes a record, and the one that changes it. */
  readonly add: string;
  readonly change: string;
  readonly fields: readonly AskedField[];
  /** On the button that adds one, where that is not the name of the act. */
  readonly submit?: string;
  /** What stands in the fields of a new one at first. */
  readonly starts?: object;
  readonly useFound: (id: string) => UseQueryResult<T, Problem>;
  readonly nameOf: (found: T) => ReactNode;
}

/**
 * The page that asks the questions of a record: of a new one, and, where its address has an id, of one that is there. Its words are in the
 * area's catalogue: `act.<command>`, `nav` (the list) and `<record>.title`.
 */
export function RecordForm<T extends { readonly id: string; readonly version: number }>(props: Props<T>) {
  const { id } = useParams({ strict: false }) as { id?: string };
  return id ? <Change {...props} id={id} /> : <Asked {...props} command={props.add} held={props.starts ?? {}} />;
}

function Change<T extends { readonly id: string; readonly version: number }>({ id, ...props }: Props<T> & { readonly id: string }) {
  const found = props.useFound(id);
  return (
    <Await of={found}>
      {(held) => (
        <Asked {...props} command={props.change} id={id} held={held} version={held.version} lead={<Name>{props.nameOf(held)}</Name>} />
      )}
    </Await>
  );
}

function Asked({
  record,
  at,
  command,
  fields,
  submit,
  lead,
  id,
  held,
  ...more
}: Pick<Props<never>, 'record' | 'at' | 'fields' | 'submit'> & {
  readonly command: string;
  readonly id?: string;
  readonly held: object;
  readonly version?: number;
  readonly lead?: ReactNode;
}) {
  const [area, name] = record.kind.split('.') as [string, string];
  const { t } = useTranslation([area, 'shell']);
  const said = (key: string) => t(key);
  const navigate = useNavigate();
  const say = useToast();
  const title = said(`act.${command}`);
  return (
    <Page title={title} lead={lead} back={id ? { to: `${at}/${id}`, label: said(`${name}.title`) } : { to: at, label: said('nav') }}>
      <CommandForm
        kind={record}
        {...(id ? { id } : {})}
        name={command}
        fields={fields}
        held={held}
        {...(more.version === undefined ? {} : { version: more.version })}
        submit={id ? t('shell:act.save') : (submit ?? title)}
        onDone={(made) => {
          say(t('shell:act.done'));
          void navigate({ to: `${at}/${made}` });
        }}
        onClose={() => history.back()}
      />
    </Page>
  );
}

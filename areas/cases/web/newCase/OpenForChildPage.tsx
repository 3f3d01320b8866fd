import { useTranslation } from 'react-i18next';
import type { Born } from '../../../../platform/decider/index.ts';
import { Await, useFormat, useParam, useRead } from '../../../../platform/shell/index.ts';
import { Badge, Badges, Facts, Name, Page, Section } from '../../../../platform/ui/index.ts';
import { OpenForm } from './OpenForm.tsx';

interface ChildAtRisk {
  readonly person: string;
  readonly name: string;
  readonly ward: string | null;
  readonly born: Born | null;
  readonly reasons: readonly { readonly rule: string }[];
}

/** A case for a child of the list of children at risk: what is known comes with it. */
export default function OpenForChildPage() {
  const { t } = useTranslation('cases');
  const { age, ward: wardName } = useFormat();
  const id = useParam('child');
  const child = useRead<ChildAtRisk>(`/api/risks/child/${id}`);
  return (
    <Page title={t('open.title')} lead={t('open.lead-child')} back={{ to: `/risks/${id}`, label: t('open.back-child') }}>
      <Await of={child}>
        {({ person, name, ward, born, reasons }) => (
          <>
            <Section>
              <Facts
                facts={[
                  [t('case.child'), <Name key="name">{name || t('case.no-name')}</Name>],
                  [t('case.age'), age(born)],
                  [t('case.ward'), ward && wardName(ward)],
                  [
                    t('open.reasons'),
                    <Badges key="reasons">
                      {reasons.map(({ rule }) => (
                        <Badge key={rule}>{t(`risks:rule.${rule}.name`)}</Badge>
                      ))}
                    </Badges>,
                  ],
                ]}
              />
            </Section>
            <Section>
              <OpenForm child={{ person, name, ward, born, source: 'risk-list' }} />
            </Section>
          </>
        )}
      </Await>
    </Page>
  );
}

import { useTranslation } from 'react-i18next';
import { useFormat, useParts, useSession } from '../../../../../platform/shell/index.ts';
import { Badge, Badges, Columns, Empty, Entries, Entry, Facts, Name, Section, Stack } from '../../../../../platform/ui/index.ts';
import type { Protection } from '../../../contract/index.ts';
import { useRead } from '../../api.ts';
import { type CasePart, casePart } from '../casePage.tsx';
import { Dangers } from '../Dangers.tsx';
import { useLanguageName } from '../languages.ts';
import { Carers } from './Carers.tsx';
import { ConsentLedger, Purposes } from './Consents.tsx';
import { useProtectionActs } from './protectionActs.ts';
import { AtAGlance } from './Safety.tsx';
import './protection.css';

const useProtection = (id: string) => useRead('/api/cases/case/{id}/protection', { id });

/** "Is the child safe where they are, whom may I call and when, what was consented to, and what must I not do?" */
export const ProtectionPart = casePart('protection', useProtection, ProtectionFound);

/** With which organisations may be shared, where the reader may know. */
function usePartners() {
  const { may } = useSession();
  return useRead('/api/partners/names', {}, { enabled: may('read', 'partners.organisation') }).data?.organisations ?? [];
}

function ProtectionFound({ head, of, acts }: CasePart<Protection>) {
  const { t } = useTranslation('cases');
  const partners = usePartners();
  const may = useProtectionActs(of, partners);
  const besideCarers = useParts<CasePart<Protection>>('cases.carers');
  return (
    <Stack>
      <Dangers head={head} acts={acts} />
      <AtAGlance of={of} />
      <Columns>
        <Stack>
          <Section title={t('protection.calls-title')} aside={acts.button(may.contact)}>
            <Calls of={of} />
          </Section>
          <Section title={t('consent.today')} aside={acts.button(may.consent, { primary: true })}>
            <Purposes purposes={of.purposes} />
          </Section>
          <ConsentLedger of={of} partners={partners} acts={acts} may={may} />
        </Stack>
        <Stack>
          <Carers of={of} acts={acts} may={may} />
          {besideCarers.map(({ draw }) => draw({ head, of, acts }))}
          <Section title={t('protection.age')} aside={acts.button(may.age)}>
            <Age of={of} />
          </Section>
          <Section title={t('protection.speech')} aside={acts.button(may.speech)}>
            <Speech of={of} />
          </Section>
        </Stack>
      </Columns>
    </Stack>
  );
}

function Calls({ of: { contact } }: { readonly of: Protection }) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  if (!contact) return <Empty title={t('protection.not-asked')}>{t('protection.not-asked-more')}</Empty>;
  return (
    <>
      <Entries of={contact.numbers} none={[t('protection.no-number')]}>
        {({ number, whose, times }) => (
          <Entry
            key={number}
            title={<span dir="ltr">{number}</span>}
            marks={<Name>{whose}</Name>}
            about={<Name>{times || t('protection.any-time')}</Name>}
          />
        )}
      </Entries>
      <Facts
        facts={[
          [t('protection.code-word'), contact.codeWord && <Name key="word">{contact.codeWord}</Name>],
          [t('protection.note'), contact.note && <Name key="note">{contact.note}</Name>],
          [t('protection.asked'), date(contact.on)],
        ]}
      />
    </>
  );
}

function Age({ of: { age, child } }: { readonly of: Protection }) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  return (
    <>
      <Badges>
        <Badge tone={age?.disputed ? 'red' : 'plain'}>{t(child ? 'protection.is-child' : 'protection.is-grown')}</Badge>
        {age?.disputed && <Badge tone="red">{t('protection.is-disputed')}</Badge>}
      </Badges>
      <Facts
        facts={[
          [t('protection.born'), age?.born && date(age.born)],
          [t('protection.age-basis'), age ? t(`age-basis.${age.basis}`) : t('protection.not-recorded')],
        ]}
      />
    </>
  );
}

function Speech({ of: { languages, interpreter, needs, needsNote } }: { readonly of: Protection }) {
  const { t } = useTranslation('cases');
  const nameOf = useLanguageName();
  if (languages.length === 0 && needs.length === 0 && !interpreter && !needsNote) return <Empty title={t('protection.not-recorded')} />;
  return (
    <Facts
      facts={[
        [t('protection.languages'), languages.map(nameOf).join(', ')],
        [t('protection.interpreter'), interpreter && t('protection.needed')],
        [t('protection.needs'), needs.map((one) => t(`need-of.${one}`)).join(', ')],
        [t('protection.needs-note'), needsNote && <Name key="note">{needsNote}</Name>],
      ]}
    />
  );
}

import { useTranslation } from 'react-i18next';
import { Await, useFormat, useSession } from '../../../../../platform/shell/index.ts';
import { Badge, Badges, Columns, Empty, Facts, Section, Stack } from '../../../../../platform/ui/index.ts';
import type { CaseHead, Protection } from '../../../contract/index.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import { useActs } from '../useActs.tsx';
import { Carers } from './Carers.tsx';
import { ConsentLedger, Purposes } from './Consents.tsx';
import { useProtectionActs } from './protectionActs.ts';
import { AtAGlance } from './Safety.tsx';
import './protection.css';
import { useRead } from '../../api.ts';

/** "Is the child safe where it is, whom may I call and when, what was consented to, and what must I not do?" */
export default function ProtectionPage() {
  return <CaseFrame page="protection">{(head) => <Found head={head} />}</CaseFrame>;
}

function Found({ head }: { readonly head: CaseHead }) {
  const found = useRead('/api/cases/case/{id}/protection', { id: head.id });
  return <Await of={found}>{(data) => <ProtectionFound head={head} of={data} />}</Await>;
}

function ProtectionFound({ head, of }: { readonly head: CaseHead; readonly of: Protection }) {
  const { t } = useTranslation('cases');
  const acts = useActs(head);
  const { may: allowed } = useSession();
  const named = useRead('/api/partners/names', {}, { enabled: allowed('read', 'partners.organisation') });
  const partners = named.data?.organisations ?? [];
  const may = useProtectionActs(of, partners);
  return (
    <Stack>
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
          <Section title={t('protection.age')} aside={acts.button(may.age)}>
            <Age of={of} />
          </Section>
          <Section title={t('protection.speech')} aside={acts.button(may.speech)}>
            <Speech of={of} />
          </Section>
        </Stack>
      </Columns>
      {acts.dialog}
    </Stack>
  );
}

function Calls({ of: { contact } }: { readonly of: Protection }) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  if (!contact) return <Empty title={t('protection.not-asked')}>{t('protection.not-asked-more')}</Empty>;
  return (
    <>
      {contact.numbers.length === 0 && <Empty title={t('protection.no-number')} />}
      <ul className="stack">
        {contact.numbers.map(({ number, whose, times }) => (
          <li key={number}>
            <strong dir="ltr">{number}</strong> <bdi>{whose}</bdi>
            <div className="small soft" dir="auto">
              {times || t('protection.any-time')}
            </div>
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          [t('protection.code-word'), contact.codeWord && <bdi key="word">{contact.codeWord}</bdi>],
          [t('protection.note'), contact.note && <bdi key="note">{contact.note}</bdi>],
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
  const { t, i18n } = useTranslation('cases');
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  if (languages.length === 0 && needs.length === 0 && !interpreter && !needsNote) return <Empty title={t('protection.not-recorded')} />;
  return (
    <Facts
      facts={[
        [t('protection.languages'), languages.map((one) => names.of(one) ?? one).join(', ')],
        [t('protection.interpreter'), interpreter && t('protection.needed')],
        [t('protection.needs'), needs.map((one) => t(`need-of.${one}`)).join(', ')],
        [t('protection.needs-note'), needsNote && <bdi key="note">{needsNote}</bdi>],
      ]}
    />
  );
}

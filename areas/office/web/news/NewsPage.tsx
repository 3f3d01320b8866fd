import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Rows, useFormat, useOffice, useSend } from '../../../../platform/shell/index.ts';
import {
  Badge,
  Button,
  Notice as Callout,
  Empty,
  Link,
  Name,
  Page,
  Section,
  SelectField,
  useNavigate,
} from '../../../../platform/ui/index.ts';
import type { Notice } from '../../contract/index.ts';
import './news.css';
import { call, usePages } from '../api.ts';

/** What others did in the reader's cases, day by day; what was looked at is put away. */
export default function NewsPage() {
  const { t } = useTranslation(['office', 'cases']);
  const { nameOf } = useOffice();
  const { moment } = useFormat();
  const navigate = useNavigate();
  const { which = 'unseen', case: file } = useSearch({ strict: false }) as { which?: string; case?: string };
  const narrow = (to: { which?: string; case?: string | undefined }) =>
    void navigate({ to: '/office/news', replace: true, search: { which, ...(file ? { case: file } : {}), ...to } });
  const news = usePages('/api/office/news', { which: which === 'all' ? 'all' : 'unseen', ...(file ? { case: file } : {}) });
  const seen = useSend((what: { only?: number; case?: string; until?: number }) => call('POST', '/api/office/news/seen', what));
  const last = news.rows?.[0]?.position;
  const anyUnseen = news.rows?.some((one) => !one.seen);
  return (
    <Page
      title={t('news.title')}
      lead={t('news.lead')}
      actions={
        anyUnseen &&
        last !== undefined && (
          <Button pending={seen.isPending} onPress={() => seen.mutate({ until: last, ...(file ? { case: file } : {}) })}>
            {t(file ? 'news.all-of-case-seen' : 'news.all-seen')}
          </Button>
        )
      }
    >
      <Section>
        {seen.error && (
          <div role="alert">
            <Callout tone="orange">{seen.error.sentence}</Callout>
          </div>
        )}
        <div className="filters">
          <SelectField
            label={t('news.which')}
            value={which === 'all' ? 'all' : 'unseen'}
            onChange={(value) => narrow({ which: value })}
            options={(['unseen', 'all'] as const).map((one) => [one, t(`news.${one}`)] as const)}
          />
          {file && (
            <Button kind="quiet" onPress={() => narrow({ case: undefined })}>
              {t('news.all-cases')}
            </Button>
          )}
        </div>
        <Rows of={news} empty={<Empty title={t(which === 'all' ? 'news.none-at-all' : 'news.none')}>{t('news.none-more')}</Empty>}>
          {(rows) => <Days rows={rows} one={one} />}
        </Rows>
      </Section>
    </Page>
  );

  function one({ position, at, seen: looked, about }: Notice) {
    return (
      <li key={position} className="news__one">
        <div>
          {about ? (
            <>
              <Link to={about.page}>
                <Name>{about.name || t('case.no-name')}</Name>
              </Link>{' '}
              {t(`notice.${about.kind}`)}
            </>
          ) : (
            t('notice.closed-to-you')
          )}{' '}
          {!looked && <Badge tone="blue">{t('news.new')}</Badge>}
          <div className="small soft">
            {moment(at)}
            {about && (
              <>
                {' · '}
                <Name>{nameOf(about.by)}</Name>
              </>
            )}
          </div>
        </div>
        <div className="buttons">
          {about && !file && (
            <Button kind="quiet" label={`${t('news.only-case')}: ${about.name}`} onPress={() => narrow({ case: about.case })}>
              {t('news.only-case')}
            </Button>
          )}
          {!looked && (
            <Button
              kind="quiet"
              label={`${t('news.seen')}: ${about?.name ?? t('notice.closed-to-you')}`}
              onPress={() => seen.mutate({ only: position })}
            >
              {t('news.seen')}
            </Button>
          )}
        </div>
      </li>
    );
  }
}

/** The same in the order of days, by the city's calendar. */
function Days({ rows, one }: { readonly rows: readonly Notice[]; readonly one: (row: Notice) => React.ReactNode }) {
  const { dayOf, date } = useFormat();
  return [...Map.groupBy(rows, ({ at }) => dayOf(at))].map(([day, ofDay]) => (
    <section key={day} className="stack" aria-label={date(day)}>
      <h2 className="news__day">{date(day)}</h2>
      <ul className="stack">{ofDay.map(one)}</ul>
    </section>
  ));
}

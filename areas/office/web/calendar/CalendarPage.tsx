import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendars, monthAround, monthsLater } from '../../../../platform/calendar/calendar.ts';
import { dateFormats } from '../../../../platform/calendar/dateFormats.ts';
import { addDays } from '../../../../platform/decider/index.ts';
import { Await, useFormat, useOffice, useSession } from '../../../../platform/shell/index.ts';
import {
  Badge,
  Button,
  Buttons,
  Empty,
  Link,
  LinkButton,
  Name,
  Notice,
  Page,
  Section,
  SelectField,
  useNavigate,
} from '../../../../platform/ui/index.ts';
import { Month } from '../../../../platform/ui/month/Month.tsx';
import { useWide } from '../../../../platform/ui/month/useWide.ts';
import { daysShown } from '../../../../platform/ui/month/weeks.ts';
import { useTaskWords } from '../../../cases/web/index.ts';
import type { CalendarDay } from '../../contract/index.ts';
import './calendar.css';
import { useAsk } from '../api.ts';

/** What is shown; in the address, and nothing of it identifies a child. */
interface Shown {
  readonly day?: string;
  readonly of?: string;
}

/** A list does not end with its month: on the 30th the next days are what is looked for. */
const daysPastMonth = 14;

/** Everything that waits with a day: a month on a desktop, a list of days on a phone. */
export default function CalendarPage() {
  const { t, i18n } = useTranslation(['office', 'cases']);
  const { today, date, days: spanOf, number } = useFormat();
  const { user, city, may } = useSession();
  const { nameOf, workers } = useOffice();
  const navigate = useNavigate();
  const wide = useWide();
  const shown = useSearch({ strict: false }) as Shown;
  const show = (more: Shown) =>
    void navigate({
      to: '/office/calendar',
      replace: true,
      search: Object.fromEntries(Object.entries({ ...shown, ...more }).filter(([, value]) => value)),
    });
  const day = /^\d{4}-\d{2}-\d{2}$/.test(shown.day ?? '') ? shown.day! : today;
  const calendar = calendars[city.calendar];
  const month = monthAround(calendar, day);
  const locale = `${i18n.language}-${city.country}`;
  const days = daysShown(month, locale);
  const spanShown = wide ? { from: days[0]!, until: days.at(-1)! } : { from: month.first, until: addDays(month.last, daysPastMonth) };
  const of = shown.of && shown.of !== user.id ? { of: shown.of } : {};
  const due = useAsk('/api/office/calendar', { ...spanShown, ...of });
  const monthName = spanOf(month);
  const others = 'of' in of;
  const { weekday } = dateFormats(i18n.language);
  const dayName = (one: string) => `${weekday(new Date(`${one}T00:00:00Z`))} · ${date(one)}`;
  const wordsOf = useTaskWords();
  const list = (found: CalendarDay['tasks']): ReactNode => (
    <ul className="agenda__items">
      {found.map((item) => (
        <li key={`${item.record}${item.kind}${item.id}`}>
          <Link className="agenda__item" to={item.page}>
            <strong>
              <Name>{wordsOf(item)}</Name>
            </strong>
            <Name>{item.name || t('case.no-name')}</Name>
          </Link>
          {others && <span className="soft small">{item.who ? <Name>{nameOf(item.who)}</Name> : t('case.nobody')}</span>}
          {item.overdue && <Badge tone="orange">{t('calendar.overdue')}</Badge>}
        </li>
      ))}
    </ul>
  );
  return (
    <Page
      title={t('calendar.nav')}
      lead={t('calendar.lead')}
      actions={<LinkButton to="/office/notices/calendar">{t('calendar.own')}</LinkButton>}
    >
      <Section
        title={monthName}
        aside={<Turn onTurn={(months) => show({ day: months === 0 ? today : monthsLater(calendar, month.first, months) })} />}
      >
        {may('assign', 'cases.case') && (
          <div className="filters">
            <SelectField
              label={t('calendar.whose')}
              value={shown.of ?? ''}
              onChange={(chosen) => show({ of: chosen })}
              options={[
                ['', t('calendar.mine')],
                ['everybody', t('calendar.everybody')],
                ...workers.filter(({ id }) => id !== user.id).map(({ id, name }) => [id, name] as const),
              ]}
            />
          </div>
        )}
        <Await of={due} lines={8}>
          {(found) => {
            const byDay = new Map(found.days.map((one) => [one.day, one]));
            const empty = found.days.length === 0;
            return (
              <>
                {found.earlier > 0 && (
                  <Notice tone="orange" title={t('calendar.earlier', { n: number(found.earlier) })}>
                    <Link to="/cases" search={{ overdue: true, ...(shown.of && shown.of !== 'everybody' ? { worker: shown.of } : {}) }}>
                      {t('calendar.see-earlier')}
                    </Link>
                  </Notice>
                )}
                {wide ? (
                  <Month
                    locale={locale}
                    today={today}
                    chosen={day}
                    caption={monthName}
                    dayLabel={(one) => t('calendar.day', { day: dayName(one), n: number(byDay.get(one)?.total ?? 0) })}
                    onChoose={(one) => show({ day: one })}
                  >
                    {(one) => {
                      const { tasks = [], total = 0 } = byDay.get(one) ?? {};
                      const shownItems = tasks.slice(0, 3);
                      return (
                        <>
                          {shownItems.map((item) => (
                            <Link
                              key={`${item.record}${item.kind}${item.id}`}
                              className={`month__item${item.overdue ? ' month__item--orange' : ''}`}
                              to={item.page}
                            >
                              <Name>{item.name || t('case.no-name')}</Name>
                              <Name>{wordsOf(item)}</Name>
                            </Link>
                          ))}
                          {total > shownItems.length && (
                            <span className="month__more">{t('calendar.more', { n: number(total - shownItems.length) })}</span>
                          )}
                        </>
                      );
                    }}
                  </Month>
                ) : empty ? (
                  <Empty title={t('calendar.none-month')} />
                ) : (
                  <ol className="agenda">
                    {found.days.map((one) => (
                      <li key={one.day}>
                        <h3 {...(one.day === today ? { 'aria-current': 'date' as const } : {})}>{dayName(one.day)}</h3>
                        <Whole day={one} of={of}>
                          {list}
                        </Whole>
                      </li>
                    ))}
                  </ol>
                )}
              </>
            );
          }}
        </Await>
      </Section>
      {wide && (
        <Section title={dayName(day)}>
          <OneDay day={day} of={of}>
            {list}
          </OneDay>
        </Section>
      )}
    </Page>
  );
}

function Turn({ onTurn }: { readonly onTurn: (months: number) => void }) {
  const { t } = useTranslation(['office', 'cases']);
  return (
    <Buttons>
      <Button label={t('calendar.month-before')} onPress={() => onTurn(-1)}>
        {t('calendar.previous')}
      </Button>
      <Button onPress={() => onTurn(0)}>{t('calendar.to-today')}</Button>
      <Button label={t('calendar.month-after')} onPress={() => onTurn(1)}>
        {t('calendar.next')}
      </Button>
    </Buttons>
  );
}

interface OfDay {
  readonly of: { readonly of?: string };
  readonly children: (tasks: CalendarDay['tasks']) => ReactNode;
}

/** All that is due on a day. */
function OneDay({ day, of, children }: OfDay & { readonly day: string }) {
  const { t } = useTranslation(['office', 'cases']);
  const { number } = useFormat();
  const found = useAsk('/api/office/calendar', { from: day, until: day, ...of });
  return (
    <Await of={found} lines={2}>
      {({ days: [one] }) =>
        one ? (
          <>
            {children(one.tasks)}
            {one.total > one.tasks.length && <p className="soft">{t('calendar.more', { n: number(one.total - one.tasks.length) })}</p>}
          </>
        ) : (
          <Empty title={t('calendar.none-day')} />
        )
      }
    </Await>
  );
}

/** A day of the list: what came with its month, and the rest when it is asked for. */
function Whole({ day, of, children }: OfDay & { readonly day: CalendarDay }) {
  const { t } = useTranslation(['office', 'cases']);
  const { number } = useFormat();
  const [all, setAll] = useState(false);
  if (all)
    return (
      <OneDay day={day.day} of={of}>
        {children}
      </OneDay>
    );
  return (
    <>
      {children(day.tasks)}
      {day.total > day.tasks.length && <Button onPress={() => setAll(true)}>{t('calendar.all', { n: number(day.total) })}</Button>}
    </>
  );
}

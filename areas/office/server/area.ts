import type { ServerArea } from '../../../platform/http/area.ts';
import type { JobDefinition } from '../../../platform/jobs/job.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { leaveRecord, policy, problems } from '../domain/index.ts';
import { withdrawAddress } from './calendar/address.ts';
import { addressRoutes } from './calendar/addressRoutes.ts';
import { calendarRoute } from './calendar/calendarRoute.ts';
import { feedRouteWith } from './calendar/feedRoute.ts';
import { waiting } from './calendar/waiting.ts';
import { leaveRoutes } from './leaves/leaveRoutes.ts';
import { leaves } from './leaves/view.ts';
import { confirmJob } from './mail/mailbox.ts';
import { newsRoutes } from './news/newsRoutes.ts';
import { lookAt } from './news/unseen.ts';
import { news } from './news/view.ts';
import { notifyJobWith } from './notify/notifyJob.ts';
import { sendJob } from './notify/send.ts';
import { settingsRoutes } from './notify/settingsRoutes.ts';
import { teamRoute } from './teamRoute.ts';
import { officeToday } from './today/officeToday.ts';
import { todayRouteWith } from './today/todayRoute.ts';

/** Events of a case after which somebody may have to be told at once; whether, and whom, is looked up. */
const notifiedAtOnce = [
  'child-left',
  'carer-suspected',
  'suspect-linked',
  'transfer-offered',
  'approval-asked',
  'emergency-access-taken',
  'flag-raised',
  'case-assigned',
  'referral-asked',
  'referral-answered',
];
const some = (list: unknown) => Array.isArray(list) && list.length > 0;
const mayNotify = ({ type, fields }: { readonly type: string; readonly fields: Readonly<Record<string, unknown>> }) =>
  notifiedAtOnce.includes(type) ||
  fields['alarm'] === true ||
  (type === 'questionnaire-answered' && some(fields['alarms'])) ||
  some(fields['mentions']);

/** A deactivated user has no calendar address and no devices, also after being reactivated: both must be set up again. */
const withdrawJob: JobDefinition = {
  name: 'office.withdraw',
  async run({ city, user }, { ledger }) {
    await ledger.transaction(city, async (tx) => {
      await withdrawAddress(tx, String(user));
      await tx.query('delete from push_device where city = $1 and user_id = $2', [city, user]);
    });
  },
};

/** @param areasOf all areas of the product: each says what waits in it */
export const officeWith = (areasOf: () => readonly ServerArea[]): ServerArea => {
  const notifyJob = notifyJobWith(areasOf);
  return {
    name: 'office',
    records: [leaveRecord] as unknown as AnyRecord[],
    policy,
    problems,
    views: [news, leaves],
    waiting,
    today: officeToday,
    routes: [
      todayRouteWith(areasOf),
      calendarRoute,
      teamRoute,
      ...leaveRoutes,
      ...newsRoutes,
      feedRouteWith(areasOf),
      ...addressRoutes,
      ...settingsRoutes,
    ],
    readings: [{ kind: 'cases.case', why: 'case overview', read: lookAt }],
    jobs: [notifyJob, sendJob, confirmJob, withdrawJob],
    reactions: [
      {
        kinds: ['cases.case'],
        react: ({ events }) => (events.some(mayNotify) ? [{ job: notifyJob.name, payload: {}, key: notifyJob.name }] : []),
      },
      {
        kinds: ['accounts.user'],
        react: ({ id, events }) =>
          events.some(({ type }) => type === 'user-deactivated') ? [{ job: withdrawJob.name, payload: { user: id } }] : [],
      },
    ],
  };
};

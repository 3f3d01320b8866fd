import { Type } from 'typebox';
import {
  type Consulted,
  type Context,
  coded,
  command,
  consult,
  defineRecord,
  type EventOf,
  fields,
  Id,
  IsoDate,
  Line,
  oneOf,
  refuse,
  shown,
} from '../../../platform/decider/index.ts';
import { faultsOfContent } from './check.ts';
import { type Content, purposes, VersionName } from './content.ts';
import { type Instrument, instrumentOf } from './instrument.ts';
import assessment from './shipped/assessment.json' with { type: 'json' };
import screening from './shipped/screening.json' with { type: 'json' };
import visit from './shipped/visit.json' with { type: 'json' };

/** A version of a questionnaire, and from which day it holds. */
export interface QuestionnaireVersion {
  readonly from: string;
  readonly content: Content;
}

/** The questionnaires that Olle brings, each as a city starts with it. */
export const shippedQuestionnaires: readonly QuestionnaireVersion[] = [screening, assessment, visit].map((content) => ({
  from: '2020-01-01',
  content: content as unknown as Content,
}));
const shippedOf = (name: string) => shippedQuestionnaires.filter(({ content }) => content.questionnaire === name);

/** The smallest questionnaire there can be: what a file must have. */
const example = {
  format: 'olle-questionnaire/1',
  questionnaire: 'visit',
  version: '2027-01',
  purpose: 'visit',
  languages: ['en'],
  title: { en: 'Visit' },
  sections: [
    { name: 'first', title: { en: 'First' }, questions: [{ name: 'seen', type: 'yes-no', tier: 'coded', label: { en: 'Seen?' } }] },
  ],
};

const questionnaireEvents = {
  'version-taken-in': fields({
    version: coded(VersionName, shown.text),
    purpose: coded(oneOf(...purposes)),
    from: coded(IsoDate, shown.day),
    on: coded(IsoDate),
    by: coded(Id),
    because: coded(Line, shown.prose),
    content: coded(Type.Unknown()),
  }),
  'version-withdrawn': fields({ version: coded(VersionName, shown.text), by: coded(Id) }),
};
export type QuestionnaireEvent = EventOf<typeof questionnaireEvents>;

/** A city's own versions of one questionnaire, in order of the day from which each holds. */
export interface QuestionnaireState {
  readonly questionnaire: string;
  readonly versions: readonly (QuestionnaireVersion & { readonly setOn: string; readonly by: string; readonly because: string })[];
}

/** The versions of a questionnaire that a city has: those Olle brings, then its own. */
const versionsOf = (state: QuestionnaireState | undefined, name: string): readonly QuestionnaireVersion[] => [
  ...shippedOf(name),
  ...(state?.versions ?? []),
];

/** The version that holds on a day: the city's latest that has begun, or what Olle brings. */
export const versionOn = (state: QuestionnaireState | undefined, name: string, day: string): QuestionnaireVersion | undefined =>
  versionsOf(state, name).findLast(({ from }) => from <= day);

/** One version, whether it holds or not; undefined where the city has none of that name. */
export const versionNamed = (state: QuestionnaireState | undefined, name: string, version: string): QuestionnaireVersion | undefined =>
  versionsOf(state, name).find(({ content }) => content.version === version);

/** What a command that takes answers consults. */
export const questionnaireConsulted = (name: string): Consulted => ({ kind: 'forms.questionnaire', named: name });

/** The instrument that answers are given to; undefined where the city has no such version, or it does not hold yet. */
export function instrumentNow(context: Context, name: string, version: string): Instrument | undefined {
  const found = versionNamed(consult<QuestionnaireState>(context, 'forms.questionnaire', name), name, version);
  return found && found.from <= context.today ? instrumentOf(found.content) : undefined;
}

export const questionnaireRecord = defineRecord<QuestionnaireState, QuestionnaireEvent>()({
  kind: 'forms.questionnaire',
  events: questionnaireEvents,
  facts: () => ({}),
  grants: {
    reader: { roles: ['case-worker'], mayAlso: ['monitoring-officer', 'research', 'trainer', 'data-protection-officer'] },
    keeper: { roles: ['supervisor', 'administrator'], mayAlso: ['monitoring-officer', 'trainer'], includes: ['reader'] },
  },
  acts: { read: 'reader' },
  evolve(state, event) {
    const others = state?.versions.filter(({ content }) => content.version !== event.version) ?? [];
    if (event.type === 'version-withdrawn') return { ...state!, versions: others };
    const { from, on, by, because } = event;
    const content = event.content as Content;
    const versions = [...others, { from, content, setOn: on, by, because }].sort((a, b) =>
      a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
    );
    return { questionnaire: content.questionnaire, versions };
  },
  commands: {
    'take-in': command({
      summary: 'Take in a version of a questionnaire and say from which day it holds; no version is ever changed',
      in: 'new-or-existing',
      by: 'keeper',
      input: fields({ from: IsoDate, because: Line, content: Type.Unknown({ examples: [example] }) }),
      decide(state, { from, because, content }, { today, actor }) {
        const faults = faultsOfContent(content);
        if (faults.length > 0)
          return refuse(
            'forms.questionnaire-faulty',
            { faults: faults.length },
            faults.slice(0, 100).map(({ path }) => `/content${path}`),
          );
        if (from < today) return refuse('forms.questionnaire-in-the-past', {}, ['/from']);
        const { questionnaire, version, purpose } = content as Content;
        if (state && state.questionnaire !== questionnaire) return refuse('forms.another-questionnaire', {}, ['/content/questionnaire']);
        const before = versionsOf(state, questionnaire);
        if (before.some((one) => one.content.purpose !== purpose)) return refuse('forms.another-purpose', {}, ['/content/purpose']);
        if (before.some((one) => one.content.version === version)) return refuse('forms.version-taken', { version }, ['/content/version']);
        return [{ type: 'version-taken-in', version, purpose, from, on: today, by: actor.id, because, content }];
      },
    }),
    withdraw: command({
      summary: 'Take back a version of a questionnaire that does not hold yet',
      in: 'new-or-existing',
      by: 'keeper',
      input: fields({ version: VersionName }),
      decide(state, { version }, { today, actor }) {
        const known = state?.versions.find(({ content }) => content.version === version);
        if (!known) return refuse('forms.no-such-version', {}, ['/version']);
        if (known.from <= today) return refuse('forms.version-in-force', {}, ['/version']);
        return [{ type: 'version-withdrawn', version, by: actor.id }];
      },
    }),
  },
});

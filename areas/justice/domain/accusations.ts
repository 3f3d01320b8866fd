import { fields, refuse, without } from '../../../platform/decider/index.ts';
import { beforeBirth, type ChildOf, type Commands, command } from './command.ts';
import { isAlarming, unheard } from './nonPunishment.ts';
import { justiceEvents as events } from './state.ts';

/** What the child is accused of, and whether they may stay in the country. */
export const accusations = (childOf: ChildOf) =>
  ({
    'record-accusation': command({
      summary:
        'Record that the child is accused of an offence, or correct it: of what, by whom, when the act was, whether the child is detained',
      by: 'worker',
      input: without(events['accusation-recorded'], 'recordedOn', 'by', 'alarm'),
      decide(state, given, { today, actor }) {
        const child = childOf(state);
        const known = state.justice.accusations.find(({ id }) => id === given.accusation);
        if (known?.ended) return refuse('justice.accusation-over', {}, ['/accusation']);
        if (given.actOn !== null && given.actOn > given.on) return refuse('justice.act-after-accusation', {}, ['/actOn']);
        const refused = beforeBirth(child, given.on);
        if (refused) return refused;
        const same =
          known && (Object.keys(given) as (keyof typeof given)[]).every((name) => name === 'accusation' || known[name] === given[name]);
        const alarm = isAlarming(child, given.window) && !(known && isAlarming(child, known.window));
        return same ? [] : [{ type: 'accusation-recorded', ...given, recordedOn: today, by: actor.id, alarm }];
      },
    }),
    'hear-victim': command({
      summary: 'Know that something speaks of trafficking, of a child who was accused before that: each such accusation is an alarm now',
      by: 'system',
      input: fields({}),
      decide(state, _, { today: on }) {
        const child = childOf(state);
        return unheard(child).map(({ id: accusation }) => ({ type: 'accused-found-victim', accusation, on, alarm: true }) as const);
      },
    }),
    'raise-non-punishment': command({
      summary: 'Record that non-punishment was raised with an authority that can decide on an accusation',
      by: 'worker',
      input: without(events['non-punishment-raised'], 'by'),
      about: 'accusation',
      decide(_, given, { actor }, { on, ended, raised }) {
        if (ended) return refuse('justice.accusation-over', {}, ['/accusation']);
        if (given.on < on) return refuse('justice.before-accusation', {}, ['/on']);
        return raised?.on === given.on && raised.authority === given.authority
          ? []
          : [{ type: 'non-punishment-raised', ...given, by: actor.id }];
      },
    }),
    'end-accusation': command({
      summary: 'Record how an accusation against the child ended',
      by: 'worker',
      input: without(events['accusation-ended'], 'by'),
      about: 'accusation',
      decide(_, given, { actor }, { on, ended }) {
        if (ended) return [];
        if (given.on < on) return refuse('justice.before-accusation', {}, ['/on']);
        return [{ type: 'accusation-ended', ...given, by: actor.id }];
      },
    }),
    'record-residence': command({
      summary: 'Record the residence status of the child, until when it holds, whether removal is threatened and what protects from it',
      by: 'worker',
      input: without(events['residence-recorded'], 'on', 'by', 'alarm'),
      decide(state, given, { today, actor }) {
        const alarm = given.removal && !state.justice.residence?.removal;
        return [{ type: 'residence-recorded', ...given, on: today, by: actor.id, alarm }];
      },
    }),
  }) satisfies Commands;

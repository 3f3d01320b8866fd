import { Type } from 'typebox';
import { Maybe } from '../../../platform/decider/index.ts';
import { route } from '../../../platform/http/area.ts';
import { theOne } from '../../../platform/ledger/ledger.ts';
import { boundsOf, type Limits, type LimitsState, limitNames, limitsOn, limitsRecord, startingLimits } from '../domain/index.ts';

const Held = {
  from: Type.String(),
  values: Type.Record(Type.String(), Type.Integer()),
  visitDays: Type.Array(Type.Integer()),
};
const plain = ({ from, values, visitDays }: Limits) => ({ from, values: { ...values }, visitDays: [...visitDays] });

export const limitsRoute = route({
  method: 'GET',
  path: '/api/cases/limits',
  summary: 'The time limits that hold today, those of before and those to come, who set them when and why, and between what they may lie',
  may: ['read', 'cases.limits'],
  answer: Type.Object({
    id: Type.String(),
    version: Type.Integer(),
    ...Held,
    history: Type.Array(
      Type.Object({
        ...Held,
        setOn: Maybe(Type.String()),
        by: Maybe(Type.String()),
        because: Maybe(Type.String()),
        inForce: Type.Boolean(),
      }),
    ),
    bounds: Type.Record(Type.String(), Type.Object({ least: Type.Integer(), most: Type.Integer() })),
  }),
  async handle({ tx, actor: { city }, services: { ledger, sealing } }) {
    const id = sealing.idFor(city, limitsRecord.kind, theOne);
    const found = await ledger.find<LimitsState>(tx, city, limitsRecord.kind, id);
    const now = limitsOn(found?.state, await ledger.today(tx, city));
    const first = { ...startingLimits, setOn: null, by: null, because: null };
    const versions = [first, ...(found?.state.versions ?? [])];
    // The limits a city starts with may begin on the day of a version that took their place.
    const inForce = versions.findLastIndex(({ from }) => from === now.from);
    return {
      id,
      version: found?.version ?? 0,
      ...plain(now),
      history: versions
        .map((one, i) => ({ ...plain(one), setOn: one.setOn, by: one.by, because: one.because, inForce: i === inForce }))
        .reverse(),
      bounds: Object.fromEntries(limitNames.map((name) => [name, { least: boundsOf(name).least, most: boundsOf(name).most }])),
    };
  },
});

import { Type } from 'typebox';
import { Id, Maybe } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { stagesOf } from '../../domain/index.ts';
import { readCase } from './readCase.ts';

const Text = Type.String();

export const justiceRoute = route({
  method: 'GET',
  path: '/api/cases/case/{id}/justice',
  summary:
    'What police, prosecution and courts did for a child, its days in court, its wish to take part, its lawyer, and how far justice came',
  may: ['read', 'cases.case'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({
    /** Stages that were reached, in their order. */
    stages: Type.Array(Text),
    steps: Type.Array(
      Type.Object({
        id: Text,
        kind: Text,
        on: Text,
        outcome: Maybe(Text),
        authority: Text,
        reference: Maybe(Text),
        note: Maybe(Text),
        struck: Maybe(Text),
      }),
    ),
    courtDates: Type.Array(
      Type.Object({
        id: Text,
        on: Text,
        state: Text,
        purpose: Text,
        place: Maybe(Text),
        accompaniedBy: Maybe(Text),
        heard: Maybe(Text),
        note: Maybe(Text),
      }),
    ),
    wish: Maybe(Type.Object({ on: Text, child: Text, carer: Text, note: Maybe(Text) })),
    lawyer: Maybe(Type.Object({ since: Text, name: Text, contact: Maybe(Text) })),
  }),
  async handle(call) {
    const { state } = await readCase(call, call.params.id, 'case justice');
    const { steps, courtDates, wish, lawyer } = state.justice;
    return {
      stages: [...stagesOf(state)],
      steps: steps.map((step) => ({ ...step })),
      courtDates: courtDates.map((courtDate) => ({ ...courtDate })),
      wish: wish && { ...wish },
      lawyer: lawyer && { ...lawyer },
    };
  },
});

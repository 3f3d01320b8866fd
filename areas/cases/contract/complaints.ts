import { Type } from 'typebox';
import { type Answer, contract } from '../../../platform/contract/index.ts';
import { Feedback } from '../domain/index.ts';

export const listComplaints = contract({
  method: 'GET',
  path: '/api/cases/complaints',
  summary:
    'What was said about the work of supervisors and waits for an answer, or was answered in the last month; nothing else of the case',
  may: ['read', 'cases.complaints'],
  answer: Type.Object({
    rows: Type.Array(
      Type.Object({
        case: Type.String(),
        ...Type.Pick(Feedback, ['id', 'kind', 'from', 'on', 'words', 'answerBy', 'about', 'answered']).properties,
      }),
    ),
  }),
});
export type Complaint = Answer<typeof listComplaints>['rows'][number];

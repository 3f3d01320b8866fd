import type { StoredEvent } from '../../../platform/ledger/view.ts';

/** The field that tells an event apart, where it is not one of those that most have. */
const ownDetail: Readonly<Record<string, string>> = {
  'questionnaire-answered': 'purpose',
  'identification-recorded': 'status',
  'review-settled': 'outcome',
  'visit-made': 'outcome',
  'visit-corrected': 'outcome',
  'consent-given': 'purpose',
  'consent-refused': 'purpose',
  'child-not-asked': 'purpose',
  'emergency-invoked': 'purpose',
  'situation-recorded': 'situation',
  'best-interests-determined': 'solution',
  'solution-decided': 'solution',
  'place-assessed': 'result',
  'tracing-went-on': 'step',
};

/** One thing that happened to a case or a concern, for people to read. */
export function tell({ type, at, actor, fields: f }: StoredEvent) {
  const text = f['concern'] ?? f['text'] ?? f['what'] ?? f['because'] ?? f['note'] ?? f['summary'] ?? f['words'] ?? f['answer'];
  const own = ownDetail[type];
  const detail = own ? f[own] : (f['riskLevel'] ?? f['how'] ?? f['reason']);
  const worker = f['worker'] === undefined ? f['who'] : f['worker'];
  const given = (name: 'on' | 'due' | 'action') => (typeof f[name] === 'string' ? { [name]: f[name] } : {});
  return {
    type,
    at,
    actor,
    ...(typeof text === 'string' ? { text } : {}),
    ...(typeof detail === 'string' ? { detail } : {}),
    ...(typeof worker === 'string' || worker === null ? { worker } : {}),
    ...given('on'),
    ...given('due'),
    ...given('action'),
    ...(Array.isArray(f['mentions']) && f['mentions'].length > 0 ? { mentions: f['mentions'] as string[] } : {}),
  };
}

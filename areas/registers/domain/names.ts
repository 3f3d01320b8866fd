/** What there is in registers by name: no more than names, so that pages can bring it along. */
export const registerNames = ['birth', 'school', 'clinic', 'social', 'household'] as const;
export type RegisterName = (typeof registerNames)[number];

/** True for a field that holds a day. */
export const isDateField = (field: string): boolean => /_date$|^vaccine_|^last_attended$|^observed_on$/.test(field);

/** Fields of which a row must have one. */
export const nameFields = ['given_name', 'family_name', 'full_name', 'other_name'] as const;

/** How letters stand in a text: Unicode, and what old spreadsheets write in the countries of the cities; names as TextDecoder has them. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1251',
  'windows-1256',
  'euc-kr',
  'big5',
  'gb18030',
  'shift_jis',
] as const;
export type Encoding = (typeof encodings)[number];

/** Fields whose cells are codes, with their codes; their words are in `cells/codes.json`. */
export const codesByField = {
  sex: ['female', 'male', 'other'],
  enrolment_status: ['enrolled', 'left', 'transferred', 'completed', 'irregular'],
  carer_absent: ['no', 'father', 'mother', 'both', 'yes'],
  relationship_to_head: [
    'head',
    'spouse',
    'son',
    'daughter',
    'daughter-in-law',
    'son-in-law',
    'parent-of-head',
    'grandchild',
    'sibling',
    'other-relative',
  ],
  left_reason: ['work', 'marriage', 'poverty', 'distance', 'illness', 'family-moved', 'unknown', 'transfer', 'graduated'],
} as const;

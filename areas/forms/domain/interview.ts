/** Who was interviewed; nobody: the answers rest on what was seen and on papers. */
export const interviewedKinds = ['child', 'caregiver', 'relative', 'other'] as const;
/** Who put it into another language. */
export const interpreters = ['none', 'professional', 'other'] as const;

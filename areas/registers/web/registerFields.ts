import type { CanonicalField } from '../domain/index.ts';

/** What a column may mean, in groups that a person looks through. */
export const fieldGroups = {
  who: ['full_name', 'given_name', 'family_name', 'other_name', 'sex', 'birth_date', 'age_years', 'observed_on'],
  papers: ['source_id', 'national_id', 'birth_registration_no', 'registration_date'],
  family: ['mother_name', 'father_name', 'guardian_name', 'household_id', 'relationship_to_head', 'carer_absent'],
  where: ['ward', 'address', 'suburb', 'postcode', 'phone'],
  school: ['school_name', 'grade', 'enrolment_status', 'enrolment_date', 'left_date', 'left_reason', 'last_attended'],
  clinic: ['vaccine_bcg', 'vaccine_penta1', 'vaccine_penta2', 'vaccine_penta3', 'vaccine_mr1', 'vaccine_mr2', 'last_visit_date'],
  help: ['programme', 'need_category'],
} as const satisfies Readonly<Record<string, readonly CanonicalField[]>>;

type Grouped = (typeof fieldGroups)[keyof typeof fieldGroups][number];
// Does not compile once a field is in no group.
const everyFieldIsInAGroup: Exclude<CanonicalField, Grouped> extends never ? true : never = true;
void everyFieldIsInAGroup;

export const fieldOrder: readonly CanonicalField[] = Object.values(fieldGroups).flat();

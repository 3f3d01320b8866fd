import { AssessmentPart } from '../assessment/AssessmentPart.tsx';
import { casePage } from '../casePage.tsx';
import { FollowUpPart } from '../followUp/FollowUpPart.tsx';
import { PlanPart } from '../PlanPart.tsx';

/** What was found out about the child, what is to be reached, and how they have fared since. */
export default casePage('plan', AssessmentPart, PlanPart, FollowUpPart);

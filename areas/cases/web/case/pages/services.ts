import { IdentificationPart } from '../assessment/IdentificationPart.tsx';
import { casePage, otherParts } from '../casePage.tsx';
import { JusticePart } from '../JusticePart.tsx';

/** Who helps the child besides the office, what the law does for them, and who is around them. */
export default casePage('services', otherParts('cases.services'), JusticePart, IdentificationPart, otherParts('cases.around'));

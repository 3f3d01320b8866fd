import { casePage } from '../casePage.tsx';
import { CarePart } from '../protection/CarePart.tsx';
import { ProtectionPart } from '../protection/ProtectionPart.tsx';

/** "Is the child safe where they are, what was agreed, what is best for them?" */
export default casePage('safety', ProtectionPart, CarePart);

import { pageContract } from '../../../platform/lists/contract.ts';
import { caseList } from '../domain/index.ts';

export const listCases = pageContract(caseList);

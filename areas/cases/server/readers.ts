export { callable } from './case/callable.ts';
export { lacking } from './case/lacks.ts';
export { readCase } from './case/readCase.ts';
export { ofCases, ofComplaints, ofConcerns, ofEmergencyAccess, ofFlags, ofLent, ofTasks, ofTasksAlone, tasksShown } from './joins.ts';
export { caseTable, narrowedCases } from './list/caseList.ts';
export { alike } from './persons/duplicateRoute.ts';
export { casesOfPersons } from './persons/holdings.ts';
export { readable } from './reach.ts';
export {
  basesToday,
  casesWithIds,
  closedCases,
  closedUnseenOf,
  concernsOf,
  lentBecauseOf,
  openCasesOf,
  pastCasesOf,
  personOfCase,
  personsOfCasesChanged,
  stillLent,
} from './reading.ts';

import { join } from 'node:path';
import { areaNaming } from './areas.ts';
import { areaCircles } from './boundaries/areaOrder.ts';
import { unusedExports } from './boundaries/exports.ts';
import { foreignTables } from './boundaries/tables.ts';
import { staleCards } from './cards.ts';
import { castInputs, mirroredAnswers, routesWithoutContract } from './contracts.ts';
import { brokenLinks, settingsDescribed } from './documents.ts';
import type { Fault } from './fault.ts';
import { preselected } from './judgements.ts';
import { idsByHand, impureDomain } from './purity.ts';
import { unknownPages, unknownPermissions, unknownRoutes } from './routesAndPages.ts';
import { strayText, unknownKeys, unknownKeysOfDocuments, unloadedCatalogues, unusedKeys } from './screens.ts';
import { sizes } from './sizes.ts';
import { foreignClasses, unscopedStyles } from './styles/scopes.ts';
import { languagesAgree, otherTerms, problemsSpeak, sharedWords } from './words/catalogues.ts';
import { eventsSpeak } from './words/events.ts';
import { pluralsByRule } from './words/plurals.ts';
import { tasksSpeak } from './words/tasks.ts';

/** Everything about a checkout that compilers do not see. Empty if there are none. */
export function faultsOf(root: string): Fault[] {
  return [
    ...areaNaming(root),
    ...areaCircles(root),
    ...foreignTables(root),
    ...unusedExports(root),
    ...sizes(root),
    ...impureDomain(root),
    ...idsByHand(root),
    ...languagesAgree(root),
    ...otherTerms(root),
    ...pluralsByRule(root),
    ...problemsSpeak(root),
    ...eventsSpeak(root),
    ...tasksSpeak(root),
    ...strayText(root),
    ...preselected(root),
    ...sharedWords(root),
    ...unknownKeys(root),
    ...unknownKeysOfDocuments(root),
    ...unloadedCatalogues(root),
    ...unusedKeys(root),
    ...unknownRoutes(root),
    ...unknownPages(root),
    ...unknownPermissions(root),
    ...routesWithoutContract(root),
    ...castInputs(root),
    ...mirroredAnswers(root),
    ...staleCards(root),
    ...brokenLinks(root),
    ...settingsDescribed(root),
    ...unscopedStyles(root),
    ...foreignClasses(root),
  ];
}

if (import.meta.main) {
  const faults = faultsOf(join(import.meta.dirname, '..'));
  for (const { file, line, says } of faults) console.error(`${file}${line === undefined ? '' : `:${line}`}: ${says}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

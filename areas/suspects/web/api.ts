import { areaApi } from '../../../platform/shell/index.ts';
import type * as cases from '../../cases/contract/index.ts';
import type * as people from '../../people/contract/index.ts';
import type * as suspects from '../contract/index.ts';
import type * as records from '../domain/index.ts';

export const { useRead, useAsk, call, useCommand } = areaApi<
  typeof suspects & typeof people & Pick<typeof cases, 'listCasesOfPersons'>,
  typeof records
>();

/** Who is around the child of a case, who is suspected, and what other cases it is linked to. */
export const useLinks = (id: string) => useRead('/api/suspects/case/{id}/links', { id });

import { areaApi } from '../../../platform/shell/index.ts';
import type * as accounts from '../../accounts/contract/index.ts';
import type * as cases from '../../cases/contract/index.ts';
import type * as office from '../contract/index.ts';

export const { useRead, useAsk, usePages, call } = areaApi<
  typeof office & Pick<typeof cases, 'listCases'> & Pick<typeof accounts, 'readUser'>
>();

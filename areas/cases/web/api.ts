import { areaApi } from '../../../platform/shell/index.ts';
import type * as accounts from '../../accounts/contract/index.ts';
import type * as partners from '../../partners/contract/index.ts';
import type * as cases from '../contract/index.ts';
import type * as records from '../domain/index.ts';

export const { useRead, useAsk, useCommand, call } = areaApi<
  typeof cases & Pick<typeof partners, 'listNames'> & Pick<typeof accounts, 'readCity'>,
  typeof records
>();

import { areaApi } from '../../../platform/shell/index.ts';
import type * as partners from '../../partners/contract/index.ts';
import type * as referrals from '../contract/index.ts';

export const { useRead, useAsk } = areaApi<typeof referrals & typeof partners>();

/** The referrals of a case, who has it, and how long the city usually shares. */
export const useServices = (id: string) => useRead('/api/referrals/case/{id}/services', { id });

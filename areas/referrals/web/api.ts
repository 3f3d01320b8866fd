import { areaApi } from '../../../platform/shell/index.ts';
import type * as partners from '../../partners/contract/index.ts';
import type * as referrals from '../contract/index.ts';

export const { useRead, useAsk } = areaApi<typeof referrals & typeof partners>();

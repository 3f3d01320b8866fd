import { areaApi } from '../../../platform/shell/index.ts';
import type * as partners from '../../partners/contract/index.ts';
import type * as cases from '../contract/index.ts';

export const { useRead, useAsk, call } = areaApi<typeof cases & Pick<typeof partners, 'listNames'>>();

import { areaApi } from '../../../platform/shell/index.ts';
import type * as people from '../contract/index.ts';

export const { useRead, useAsk, call } = areaApi<typeof people>();

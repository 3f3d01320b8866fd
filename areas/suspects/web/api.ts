import { areaApi } from '../../../platform/shell/index.ts';
import type * as people from '../../people/contract/index.ts';
import type * as suspects from '../contract/index.ts';

export const { useRead, useAsk, call } = areaApi<typeof suspects & typeof people>();

import { areaApi } from '../../../platform/shell/index.ts';
import type * as forms from '../contract/index.ts';

export const { useRead, call } = areaApi<typeof forms>();

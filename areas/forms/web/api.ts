import { areaApi } from '../../../platform/shell/index.ts';
import type * as forms from '../contract/index.ts';
import type * as records from '../domain/index.ts';

export const { useRead, call, useCommand } = areaApi<typeof forms, typeof records>();

import type { Locator } from 'playwright-core';
import { until } from '../app/until.ts';

/** Waits until a field has that value: what comes from the server, or from what the device keeps, comes after the field. */
export const holds = (field: Locator, value: string): Promise<void> =>
  until(`the field holds "${value}"`, async () => (await field.inputValue()) === value);

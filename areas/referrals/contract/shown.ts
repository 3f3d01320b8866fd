import { Type } from 'typebox';
import { oneOf } from '../../../platform/decider/index.ts';

const Text = Type.String();

/** What office and partner are both shown of a referral. */
export const Shown = {
  service: Text,
  urgency: oneOf('urgent', 'usual'),
  /** As it stands today: `over` where its last day has passed. */
  status: oneOf('sent', 'accepted', 'declined', 'completed', 'revoked', 'over'),
  until: Text,
};

/** What was said and done in a referral so far. */
export const Exchange = {
  said: Type.Array(Type.Object({ from: oneOf('partner', 'office'), on: Text, text: Text })),
  delivered: Type.Array(Type.Object({ on: Text, what: Text })),
};

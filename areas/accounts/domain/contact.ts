import { type Static, Type } from 'typebox';
import { coded, command, defineRecord, type EventOf, fields, Line } from '../../../platform/decider/index.ts';

/** Anything that people dial: digits, and what they are grouped by. */
const Telephone = Type.String({ pattern: '^[+]?[0-9][0-9 ()/-]{1,29}$' });
const Words = Type.String({ maxLength: 400 });
const page = {
  /** The page's address: `/public/<address>`. */
  address: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 40 }),
  /** False: nobody can open the page. */
  open: Type.Boolean(),
  /** Who comes when a child is in danger now, and a line to talk to. */
  emergency: Type.Optional(Telephone),
  helpline: Type.Optional(Telephone),
  office: fields({ name: Line, telephone: Type.Optional(Telephone), place: Type.Optional(Words), hours: Type.Optional(Words) }),
};
const Page = fields(page);

const events = {
  'contact-published': fields({
    address: coded(page.address),
    open: coded(page.open),
    emergency: coded(page.emergency),
    helpline: coded(page.helpline),
    office: coded(page.office),
  }),
};
type ContactEvent = EventOf<typeof events>;

/** How the public reaches the child protection office: one page a city, for everybody to read. */
export type ContactState = Static<typeof Page>;

export const contactRecord = defineRecord<ContactState, ContactEvent>()({
  kind: 'accounts.contact',
  single: true,
  events,
  facts: () => ({}),
  grants: { administrator: { roles: ['administrator'], mayAlso: ['supervisor', 'council'] } },
  acts: { read: 'administrator' },
  evolve: (_, { type, ...contact }) => contact,
  commands: {
    publish: command({
      summary: 'Publish how the public reaches the child protection office, and open or close the page',
      in: 'new-or-existing',
      by: 'administrator',
      input: Page,
      decide: (state, input) => (JSON.stringify(state) === JSON.stringify(input) ? [] : [{ type: 'contact-published' as const, ...input }]),
    }),
  },
});

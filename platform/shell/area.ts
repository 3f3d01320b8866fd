import type { FunctionComponent } from 'react';
import type { IconName } from '../ui/Icon.tsx';
import type { Group } from './navigation/groups.ts';
import type { Find } from './palette/find.ts';

type Load = () => Promise<{ readonly default: FunctionComponent }>;
/** An action on a kind of record, as in the area's policy: who may not is not offered it. */
export type May = readonly [action: string, kind: string];

interface WebPage {
  /** `/risks/$id`; the first word is the area's name. */
  readonly path: string;
  readonly load: Load;
  readonly may?: May;
  /** The entry of the menu that it belongs to, where that is not the one its path begins with: a part of another area's record, say. */
  readonly under?: string;
  /** What it reads whenever it is opened, with the `$id` of its path: asked for at once where the app is opened at this page. */
  readonly reads?: readonly string[];
}

interface NavEntry {
  readonly to: string;
  readonly icon: IconName;
  /** The key of its words in the area's catalogue. */
  readonly words: string;
  readonly may: May;
  /** Left out for who may do this: another entry shows them more. */
  readonly unless?: May;
  /** Stands in the bar at the foot of a phone: of a role's own pages the first two do. */
  readonly bar?: boolean;
  /** The group of the menu, where it is not that of the area. */
  readonly group?: Group;
}

/** What an area puts into a page of another one, which says where: a slot by its name, and what the part is given there. */
export interface AreaPart {
  /** `<area>.<place>`. */
  readonly slot: string;
  /** The key of its words in the catalogue of the area that gives it. */
  readonly words: string;
  /** Left out where it is for whoever sees the page. */
  readonly may?: May;
  readonly load: () => Promise<{ readonly default: FunctionComponent<never> }>;
}

/** The web's part of an area, listed in app/web/areas.ts. */
export interface WebArea {
  readonly name: string;
  /** The group of the menu in which its entries stand. */
  readonly group: Group;
  /** Other areas from whose catalogues its pages say words; its own is always there. */
  readonly words?: readonly string[];
  readonly pages: readonly WebPage[];
  /** Addresses of before, kept in calendars and notices, each with the page that has it now: `/cases/$id/safety#care`. */
  readonly moved?: Readonly<Record<string, string>>;
  readonly nav?: readonly NavEntry[];
  /** Acts that begin with no record, for the palette: a page with a form. */
  readonly acts?: readonly (Pick<NavEntry, 'to' | 'icon' | 'words' | 'may'> & {
    /** Stands beside the heading of Today too; the first that the reader may do. */
    readonly today?: boolean;
  })[];
  /** How children are found in it by name or number, for the palette. */
  readonly find?: { readonly may: May; readonly load: () => Promise<{ readonly default: Find }> };
  /** What is new for the person who signed in: the page that lists it, and where its number is read (`{ unseen }`). One area has it. */
  readonly news?: { readonly to: string; readonly unseen: string; readonly may: May };
  readonly parts?: readonly AreaPart[];
}

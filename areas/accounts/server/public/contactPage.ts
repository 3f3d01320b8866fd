import { dialled } from '../../../../platform/cells/telephone.ts';
import { html } from '../../../../platform/public/html.ts';
import type { PublicRoute } from '../../../../platform/public/serve.ts';
import { publicContact } from './contact.ts';

const minutesKept = 5;

/** Who to call, and what Olle is: the city's page for everybody. */
export const contactPage: PublicRoute = {
  path: '/public/{city}',
  keptFor: minutesKept * 60,
  async content({ services, params, say }) {
    const found = await publicContact(services, params['city']!);
    if (!found) return undefined;
    const t = (key: string) => say('accounts', `public.${key}`);
    const { emergency, helpline, office } = found;
    const call = (title: string, number: string, words: string) =>
      html`<section class="section"><h2>${title}</h2><p><a class="call" href="tel:${dialled(number)}"><bdi>${number}</bdi></a></p><p>${words}</p></section>
`;
    const facts = [
      ['place', office.place],
      ['hours', office.hours],
    ] as const;
    return {
      title: t('title'),
      city: found.city,
      body: html`<p class="lead">${t('lead')}</p>
${emergency && call(t('danger'), emergency, t('danger-words'))}${helpline && call(t('helpline'), helpline, t('helpline-words'))}<section class="section"><h2><bdi>${office.name}</bdi></h2><p>${t('office-words')}</p>
${office.telephone && html`<p><a class="call" href="tel:${dialled(office.telephone)}"><bdi>${office.telephone}</bdi></a></p>`}<dl>${facts.map(([key, value]) => (value ? html`<div><dt>${t(key)}</dt><dd dir="auto">${value}</dd></div>` : html``))}</dl></section>
<section class="section"><h2>${t('olle')}</h2><p>${t('olle-words')}</p></section>`,
    };
  },
};

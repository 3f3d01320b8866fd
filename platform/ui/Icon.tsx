/** Line icons of our own, 24 × 24; always beside words, so hidden from a screen reader. */
const paths = {
  today: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M9 15l2 2 4-4',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8 13.500h.01M12 13.500h.01M16 13.500h.01M8 17h.01M12 17h.01',
  risks: 'M12 13a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 21c0-4 3-6 7-6 1 0 2 .1 2.8.4M18 15v4M18 22v.01',
  cases: 'M4 7h6l2 2h8v10H4zM8 14h8',
  people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-4 2.5-6 6-6s6 2 6 6M16 4.5a3.5 3.5 0 0 1 0 6M17 14c2.5.5 4 2.500 4 6',
  concerns: 'M4 5h16v11H9l-5 4zM12 8v3M12 13.5v.01',
  city: 'M4 20V9l6-4v15M10 20h10V11l-10-2M14 14h2M14 17h2M6.5 12h1M6.5 15.500h1',
  review: 'M8 4v16M16 4v16M3 9l3-3M3 9l3 3M21 15l-3-3M21 15l-3 3M3 9h5M16 15h5',
  registers: 'M5 4h11l3 3v13H5zM9 9h6M9 13h6M9 17h4',
  accounts: 'M12 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM6 20c0-3.500 2.500-5.500 6-5.500s6 2 6 5.500M3 4h3M3 8h3M18 4h3M18 8h3',
  readings: 'M2 12c3-5 6.500-7 10-7s7 2 10 7c-3 5-6.500 7-10 7s-7-2-10-7zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  protection: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 12l2 2 4-4',
  suspects: 'M11 17a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM15.500 15.500L21 21M11 8v3.500M11 14v.01',
  partners: 'M3 20V10l5-4 5 4v10zM13 20h8v-7l-4-3-4 3M7 14h2M7 17h2M16 16h2M8 6V3h3',
  referrals: 'M4 5h9v6M4 5v14h16v-8h-5M10 15h6M13 12l3 3-3 3',
  exports: 'M12 15V4M8 8l4-4 4 4M4 14v6h16v-6',
  questionnaires: 'M6 5h12v16H6zM9 3h6v4H9zM9 12l1.500 1.500L13 11M9 17h6',
  limits: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2',
  counts: 'M4 20h16M7 16v-5M12 16V6M17 16v-8',
  rules: 'M5 6l1.500 1.500L9 5M12 6h8M5 12l1.500 1.500L9 11M12 12h8M5 18l1.500 1.500L9 17M12 18h8',
  bell: 'M6 17v-6a6 6 0 0 1 12 0v6l1.500 2h-15zM10 21h4',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 9V5M8 19v-4',
  search: 'M11 17a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM15.500 15.500L21 21',
  child: 'M12 13a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 21c0-4 3-6 7-6s7 2 7 6',
  births: 'M6 3h9l4 4v14H6zM15 3v4h4M12.5 17.500s-3-1.800-3-4a1.600 1.600 0 0 1 3-.8 1.600 1.600 0 0 1 3 .8c0 2.200-3 4-3 4z',
  community: 'M4 14V9h4l8-4v13l-8-4zM8 14l1 6h3l-1-5M19 9.500c1 1 1 3 0 4',
  law: 'M12 4v16M7 20h10M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z',
  cities: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  offline:
    'M3 3l18 18M5 12a10 10 0 0 1 4-2.500M2 9a14 14 0 0 1 4.500-3M13 9.200a10 10 0 0 1 6 2.800M11 5.500A14 14 0 0 1 22 9M8.500 15.500a5 5 0 0 1 6 0M12 19v.01',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      width="22"
      height="22"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 3 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** The lane from the street to the door: blue leads on, orange leads back. */
export function Mark({ size = 34 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="14" fill="#2b3137" />
      <path d="M14 52c14-2 8-16 20-20s14-4 14-18" fill="none" stroke="#4ea1f0" strokeWidth="7" strokeLinecap="round" />
      <path d="M50 12l-8 4M50 12l2 9" fill="none" stroke="#f08c2e" strokeWidth="5" strokeLinecap="round" />
    </svg>
  );
}

// Arrows go one way: app → areas → platform → packages; within an area web → domain ← server.
const only = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });
// Tests, and what tests stand on.
const test = '(\\.test\\.tsx?|(^|/)testing\\.ts)$';

module.exports = {
  forbidden: [
    only('no-cycles', {}, { circular: true }, 'Two files that need each other are one subject.'),
    only(
      'packages-stand-alone',
      { path: '^packages/([^/]+)/', pathNot: test },
      { path: '^(app|areas|platform|demo|bench|e2e|checks)/' },
      'A library has a life of its own.',
    ),
    only(
      'platform-below-areas',
      { path: '^platform/', pathNot: test },
      { path: '^(app|areas|demo|bench|e2e|checks)/' },
      'What areas stand on does not know them.',
    ),
    only(
      'areas-below-app',
      { path: '^areas/', pathNot: test },
      { path: '^(app|demo|bench|e2e|checks)/' },
      'Areas do not know who puts them together.',
    ),
    only(
      'domain-is-pure',
      { path: '^areas/[^/]+/domain/', pathNot: test },
      { pathNot: '^(areas/[^/]+/domain/|platform/(calendar/|cells/|decider/|lists/[^/]+$)|packages/[^/]+/|node_modules/(typebox|uuid)/)' },
      'A rule knows neither server nor screen.',
    ),
    only(
      'cells-are-pure',
      { path: '^platform/cells/', pathNot: test },
      { pathNot: '^(platform/cells/|packages/names/)' },
      'What somebody typed is read alike by rules, server and screen.',
    ),
    only(
      'decider-is-pure',
      { path: '^platform/decider/', pathNot: test },
      { pathNot: '^(platform/decider/|node_modules/typebox/)' },
      'The kernel of rules stands on nothing.',
    ),
    only(
      'list-declarations-are-pure',
      { path: '^platform/lists/[^/]+$', pathNot: test },
      { pathNot: '^(platform/(contract/|decider/|lists/[^/]+$)|node_modules/typebox/)' },
      'Server and screen read the same declaration.',
    ),
    only(
      'contract-is-pure',
      { path: '^(areas/[^/]+|platform)/contract/', pathNot: test },
      {
        pathNot:
          '^(areas/[^/]+/(domain|contract)/|platform/(calendar/|contract/|decider/|lists/[^/]+$)|packages/[^/]+/|node_modules/typebox/)',
      },
      'Server and screen both read a contract; it knows neither.',
    ),
    only(
      'web-not-server',
      { path: '^(areas/[^/]+/web|platform/(ui|shell)|app/web)/', pathNot: `${test}|^app/web/build` },
      {
        path: '^(areas/[^/]+/server|platform/(attachments|cli|database|documents|http|jobs|ledger|lists/server|sealing)|node_modules/(fastify|pg|kysely|graphile-worker))/',
      },
      'A browser has no database.',
    ),
    only(
      'server-not-web',
      { path: '^(areas/[^/]+/server|platform/(attachments|cli|database|documents|http|jobs|ledger|lists/server|sealing))/', pathNot: test },
      { path: '^(areas/[^/]+/web|platform/(ui|shell)|node_modules/(react|react-dom|react-aria-components))/' },
      'A server has no screen.',
    ),
    only(
      'areas-by-public-api',
      { path: '^areas/([^/]+)/', pathNot: test },
      { path: '^areas/', pathNot: ['^areas/$1/', '^areas/[^/]+/(domain/index|contract/index|server/readers|web/index)\\.ts$'] },
      'One area uses another through its public API only: domain/index.ts, contract/index.ts, server/readers.ts, web/index.ts.',
    ),
    only(
      'no-test-in-production',
      { pathNot: `${test}|^(bench|e2e|checks)/|^app/test\\.ts$` },
      { path: test },
      'Nothing in production reaches a test.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|olle-data)/' },
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
    tsPreCompilationDeps: true,
  },
};

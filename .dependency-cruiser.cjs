/**
 * The dependency rule: kernel <- platform <- features, tier by tier <- app.module. `npm run check` also asserts that
 * every source file was inspected: with a TypeScript it does not support, dependency-cruiser silently sees none.
 */

/** Lower tiers first: a feature may import features of earlier tiers only, never its neighbours. */
const tiers = [
  ['programme'],
  ['accounts'],
  ['indicators'],
  ['campaigns'],
  ['committee'],
  ['targets', 'annotations'],
  ['measurements'],
  ['figures'],
  ['imports', 'exports', 'datasets', 'entry', 'counter'],
  ['dashboard', 'bilan', 'administration'],
  // The command line speaks to services, like a page does.
  ['commands'],
];
const anyOf = (features) => `^src/(${features.join('|')})/`;
const features = tiers.flat();

/**
 * The files by which a feature may be reached from another one: its rules are pure functions of its vocabulary, its
 * decorators give a handler what the guard found.
 */
const face = '\\.(service|module|types|entity|rules|decorator)\\.ts$';
const spec = '\\.spec\\.ts$';

const tierRules = tiers.map((tier, index) => ({
  name: `tier-${tier.join('-')}-imports-downwards`,
  comment: 'A feature imports earlier tiers only: an arrow that turns back ends in a cycle.',
  severity: 'error',
  from: { path: anyOf(tier) },
  to: { path: anyOf(tiers.slice(index).flat()), pathNot: '^src/$1/' },
}));

/** A package that only some files may import. */
const packageStays = (name, packages, where) => ({
  name,
  comment: `Only ${where} may import ${packages}.`,
  severity: 'error',
  from: { path: '^src/', pathNot: where },
  // A package without types of its own resolves to its folder in @types.
  to: { path: `(^|/)node_modules/(@types/)?${packages}(/|$)|^${packages}(/|$)` },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'imports-resolve', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'kernel-imports-kernel',
      comment: 'The vocabulary is pure: no framework, no Node module. Its specs may use what they like.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: spec },
      to: { pathNot: '^src/kernel/' },
    },
    {
      name: 'platform-ignores-features',
      severity: 'error',
      from: { path: '^src/(kernel|platform)/', pathNot: spec },
      to: { path: '^src/', pathNot: '^src/(platform|kernel)/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'Arithmetic is tested without Nest and without a database.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { pathNot: '\\.(rules|types)\\.ts$|^src/kernel/' },
    },
    {
      name: 'controllers-ask-services',
      severity: 'error',
      from: { path: '\\.controller\\.ts$' },
      to: { path: '\\.(repository|entity)\\.ts$' },
    },
    {
      name: 'services-know-no-http',
      severity: 'error',
      from: { path: '\\.(service|repository|rules|presenter)\\.ts$', pathNot: '^src/platform/' },
      to: {
        path: '^src/platform/http/|\\.controller\\.ts$|(^|/)node_modules/(fastify|@nestjs/platform-fastify)/',
      },
    },
    {
      name: 'foreign-feature-by-its-face',
      comment: 'Another feature is reached by its service, module, types, entity or rules only.',
      severity: 'error',
      from: { path: anyOf(features), pathNot: spec },
      to: { path: anyOf(features), pathNot: `^src/$1/|${face}` },
    },
    {
      name: 'features-stand-in-a-tier',
      comment: 'A new folder of src/ takes its place in the tiers above before anything imports it.',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: `^src/(kernel|platform)/|${anyOf(features)}` },
    },
    {
      name: 'nobody-imports-the-top',
      severity: 'error',
      from: { pathNot: `^src/[^/]+\\.ts$|^(test|bench)/|${spec}` },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    {
      name: 'commands-load-the-application-when-they-need-it',
      comment:
        'Help and wrong usage answer at once: what a command works with is imported where it begins to work.',
      severity: 'error',
      from: { path: '^src/(cli\\.ts$|command-line\\.ts$|commands/)' },
      to: {
        path: '\\.(service|repository|module)\\.ts$|^src/command-application\\.ts$|(^|/)node_modules/(@nestjs|typeorm)/',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'browser-shares-the-charts',
      comment:
        'What the browser downloads is drawn from the charts and the vocabulary, never from the server.',
      severity: 'error',
      from: { path: '^views/assets/' },
      to: { path: '^src/', pathNot: '^src/(kernel|platform/charts)/' },
    },
    {
      name: 'no-development-package-in-production',
      comment: 'The server runs without development packages.',
      severity: 'error',
      from: { path: '^src/', pathNot: spec },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sources-ignore-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: spec },
      to: { path: `^(test|bench|scripts)/|${spec}` },
    },
    ...tierRules,
    packageStays(
      'typeorm-stays-in-persistence',
      '(typeorm|@nestjs/typeorm)',
      '\\.(repository|entity|module)(\\.spec)?\\.ts$|^src/platform/database/',
    ),
    packageStays('pdfkit-stays-in-documents', '(pdfkit|fontkit)', '^src/platform/documents/'),
    packageStays('ejs-stays-in-views', 'ejs', '^src/platform/views/'),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    // Packages that give no `main`, only `exports`, as `cookie` does.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    exclude: { path: '^(dist|data|coverage)/' },
  },
};

// `node broken-rules.mjs CONFIGURATION TREE...`: as JSON, the names of the rules that each tree breaks.
import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTypeScript from 'dependency-cruiser/config-utl/extract-ts-config';

const [configuration, ...trees] = process.argv.slice(2);
const options = await extractOptions(configuration);
const broken = [];
for (const tree of trees) {
  process.chdir(tree);
  const tsConfig = extractTypeScript('tsconfig.json');
  const { output } = await cruise(['src', 'views'], options, undefined, { tsConfig });
  broken.push(output.summary.violations.map(({ rule }) => rule.name));
}
process.stdout.write(JSON.stringify(broken));

import { readDatasetFiles } from '../../src/datasets/dataset-files.js';
import { coherenceIssues } from '../../src/indicators/indicator-definition.rules.js';
import { linkIssues } from '../../src/indicators/indicator-links.rules.js';

it.each(['seeds/oh-my-lot-2020', 'seeds/demonstration'])(
  'the indicators of %s hold together, as those of the administration must',
  async (folder) => {
    const { dataset } = await readDatasetFiles(folder);
    const all = dataset.indicators.map((indicator, index) => ({ ...indicator, position: index + 1 }));
    expect(all.length).toBeGreaterThan(7);
    const issues = all.flatMap((one) =>
      [...coherenceIssues(one), ...linkIssues(one, all)].map(({ path }) => `${one.code} ${path}`),
    );
    expect(issues).toEqual([]);
  },
);

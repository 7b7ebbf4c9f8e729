import { readArguments } from './arguments.js';
import type { Command } from './command.types.js';
import { atMostOne } from './positionals.js';
import { counted } from './words.js';

const DEFAULT_DATASET = 'seeds/oh-my-lot-2020';

export const seedCommand: Command = {
  name: 'seed',
  synopsis: '[DIR] [--json]',
  summary: {
    fr: `charge un jeu de données (${DEFAULT_DATASET} par défaut) ; deux fois ne change rien`,
    en: `loads a data set (${DEFAULT_DATASET} by default); twice changes nothing`,
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
    const directory = atMostOne(positionals) ?? DEFAULT_DATASET;
    const { DatasetsService } = await import('../datasets/datasets.service.js');
    const datasets = await terminal.service(DatasetsService);
    const report = await datasets.load(directory);
    if (values.json) {
      terminal.say(JSON.stringify(report));
      return 0;
    }
    const { created, updated, unchanged } = report.total;
    terminal.say(
      `Jeu de données ${report.dataset} : ${counted(created, 'élément créé', 'éléments créés')}, ` +
        `${counted(updated, 'modifié', 'modifiés')}, ${counted(unchanged, 'inchangé', 'inchangés')}.`,
    );
    return 0;
  },
};

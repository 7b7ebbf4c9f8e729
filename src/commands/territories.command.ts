import { readArguments } from './arguments.js';
import type { Command } from './command.types.js';
import { noArguments } from './positionals.js';
import { UsageError } from './usage-error.js';
import { counted } from './words.js';

export const territoriesCommand: Command = {
  name: 'territories',
  synopsis: '--departement CODE [--json]',
  summary: {
    fr: 'ajoute les intercommunalités et communes d’un département (46) ; deux fois ne change rien',
    en: 'adds the intercommunalities and communes of a département (46); twice changes nothing',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      departement: { type: 'string' },
      json: { type: 'boolean' },
    });
    noArguments(positionals);
    if (values.departement === undefined) {
      throw new UsageError({
        fr: 'Donnez --departement, par exemple 46.',
        en: 'Give --departement, 46 for one.',
      });
    }
    const { TerritoriesService } = await import('../programme/territories/territories.service.js');
    const territories = await terminal.service(TerritoriesService);
    const report = await territories.addDepartement(values.departement.toUpperCase());
    if (values.json) {
      terminal.say(JSON.stringify(report));
      return 0;
    }
    terminal.say(
      `${counted(report.created, 'territoire ajouté', 'territoires ajoutés')}, ` +
        `${counted(report.updated, 'mis à jour', 'mis à jour')}, ${counted(report.unchanged, 'inchangé', 'inchangés')}.`,
    );
    return 0;
  },
};

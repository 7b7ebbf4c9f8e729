import { uncapitalise, valueText } from '../../figures/chart-parts.rules.js';
import type { Figure } from '../../figures/figures.types.js';
import type { Qualifier } from '../../kernel/figure.types.js';
import { capitalise, joinList } from '../../kernel/french-text.rules.js';
import type { Block, RichText, Section } from '../../platform/documents/document.types.js';
import type { BilanView } from '../bilan-view.rules.js';
import { asSentence, bold, clipped, labelText, rich } from '../bilan-words.rules.js';
import { hostOf } from './sheet-blocks.rules.js';

/** What each qualifier says of the true value. */
const QUALIFIERS: Partial<Record<Qualifier, string>> = {
  more_than: 'la valeur réelle est supérieure',
  at_least: 'la valeur réelle est égale ou supérieure',
  nearly: 'la valeur réelle est un peu inférieure (5 % au plus)',
  about: 'la valeur réelle est proche, à 5 % près',
  less_than: 'la valeur réelle est inférieure',
  up_to: 'la valeur réelle est égale ou inférieure',
  between: 'la valeur réelle se situe entre les deux bornes',
};

const item = (term: string, text: string): RichText => `${bold(rich(capitalise(term)))} : ${rich(text)}`;

/** Only the qualifiers that this document uses. */
function qualifierItems(view: BilanView): RichText[] {
  const used = new Map<Qualifier, string>();
  for (const figure of view.lines) {
    if (figure.amount !== null && figure.qualifierText !== null)
      used.set(figure.amount.qualifier, figure.qualifierText);
  }
  return [...used].map(([qualifier, text]) => item(`« ${text} »`, `${QUALIFIERS[qualifier] ?? ''}.`));
}

/** « Les 150 sont compris dans les 450 et ne s’y ajoutent pas. » */
function subsetItems(view: BilanView): RichText[] {
  return view.results.flatMap((figure) =>
    figure.subsets
      .filter((subset) => subset.amount !== null && figure.amount !== null)
      .map((subset) =>
        item(
          subset.indicator.name,
          `la valeur (${valueText(subset)}) est comprise dans « ${figure.indicator.name} » (${valueText(figure)}) et ne s’y ajoute pas.`,
        ),
      ),
  );
}

const NATURES: Partial<Record<Figure['indicator']['nature'], string>> = {
  stock: 'état à une date ; les valeurs de plusieurs dates ne s’additionnent pas',
  cumulative: 'cumul depuis le lancement ; il ne s’additionne pas d’une année à l’autre',
  unique: 'personnes distinctes ; les valeurs ne s’additionnent pas',
  attendance: 'passages comptés ; une même personne peut l’être plusieurs fois',
  snapshot: 'relevé d’un cumul ; une nouvelle valeur remplace la précédente',
  ratio: 'rapport recalculé à partir de ses deux termes, jamais une moyenne de taux',
  mean: 'moyenne pondérée par le nombre de réponses',
};

/** The definition that was written, else what the nature of the indicator implies. */
function definitionItems(view: BilanView): RichText[] {
  return view.lines.flatMap((figure) => {
    const { name, definition, note, nature } = figure.indicator;
    const said = definition ?? (figure.subsetOf === null ? NATURES[nature] : undefined) ?? null;
    const partial = figure.partial?.text ?? null;
    const absence = figure.absence?.note ?? null;
    const parts = [said, note, partial, absence].flatMap((text) =>
      text === null || text.trim() === '' ? [] : [asSentence(text)],
    );
    return parts.length === 0 ? [] : [item(name, uncapitalise(parts.join(' ')))];
  });
}

/** Figures of the setting, apart: they are not results of the programme. */
function contextBlocks(view: BilanView): Block[] {
  if (view.context.length === 0) return [];
  const items = view.context.map((figure) => {
    const sources = figure.provenance.sources;
    const known = sources.length > 0 ? `source : ${joinList(sources)}` : 'source non précisée';
    const said =
      figure.indicator.note === null ? known : `${known} ; ${figure.indicator.note.replace(/\.$/, '')}`;
    const text = `${bold(rich(valueText(figure)))} ${rich(labelText(figure))} (${rich(clipped(sourceOnce(said), 200))}).`;
    return text;
  });
  return [
    { kind: 'heading', level: 2, text: 'Chiffres de contexte' },
    {
      kind: 'paragraph',
      style: 'small',
      leads: true,
      text: 'Ces chiffres situent le programme ; ils n’en sont pas des résultats et n’entrent dans aucun total.',
    },
    { kind: 'list', ordered: false, items },
  ];
}

/** A note that already says that the source is not given need not say it twice. */
const sourceOnce = (text: string): string =>
  /source non précisée.*source non précisée/i.test(text)
    ? text.replace(/^source non précisée ; /i, '')
    : text;

/** Where each figure comes from; one sentence when all share one source. */
function provenance(view: BilanView): Block[] {
  const bySource = new Map<string, string[]>();
  for (const figure of view.lines) {
    for (const source of figure.provenance.sources) {
      // A part has a short name that needs its whole: « dont avec un projet » says nothing alone.
      const name = figure.subsetOf === null ? figure.indicator.shortName : figure.indicator.name;
      bySource.set(source, [...(bySource.get(source) ?? []), uncapitalise(name)]);
    }
  }
  if (bySource.size < 2) return [];
  const items = [...bySource].map(([source, names]) => item(source, `${joinList([...new Set(names)])}.`));
  return [
    { kind: 'heading', level: 2, text: 'Provenance des chiffres' },
    { kind: 'list', ordered: false, items },
  ];
}

function links(view: BilanView): Block[] {
  const items = view.programme.links.map(({ label, url }) => ({
    text: rich(label === '' ? hostOf(url) : label),
    url,
  }));
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'En savoir plus' },
    { kind: 'external-links', items },
  ];
}

function attached(view: BilanView, fingerprint: string): Block {
  const { label } = view;
  return {
    kind: 'panel',
    tone: 'stone',
    title: 'Données jointes et vérification',
    paragraphs: [
      `Deux pièces jointes contiennent les valeurs de ce bilan : **bilan-${label}-indicateurs.csv** et **bilan-${label}.json**. Le même jeu de chiffres redonne le même fichier, octet pour octet.`,
      `Empreinte des données : **${fingerprint.slice(0, 12)}**. Formats visés : archivage PDF/A-3a, accessibilité PDF/UA-1.`,
      ...(view.programme.licence === null ? [] : [`Licence : ${rich(view.programme.licence)}.`]),
    ],
  };
}

const titled = (text: string, items: RichText[]): Block[] =>
  items.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text },
        { kind: 'list', ordered: false, items },
      ];

/** How figures are to be read, where they come from, and how to check this document. */
export function methodSection(view: BilanView, fingerprint: string): Section {
  return {
    name: 'methode',
    title: 'Méthode et sources',
    listed: true,
    overline: 'Méthode et sources',
    heading: 'Méthode et sources',
    lead:
      view.programme.sourceStatement.trim() === '' ? null : rich(asSentence(view.programme.sourceStatement)),
    newPage: false,
    blocks: [
      ...titled('Lire les chiffres', [...qualifierItems(view), ...subsetItems(view)]),
      ...titled('Définitions', definitionItems(view)),
      ...contextBlocks(view),
      ...provenance(view),
      ...links(view),
      attached(view, fingerprint),
    ],
  };
}

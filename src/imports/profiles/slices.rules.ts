import { sentence } from '../../kernel/french-text.rules.js';
import type { InterpretationContext, Slice } from '../interpretation.types.js';
import type { TableRow } from '../reading/reading.types.js';
import type { Block } from './blocks.rules.js';
import type { Findings } from './findings.rules.js';
import { cellText, columnAt, isOneOf } from './header-names.rules.js';
import type { ImportProfile } from './import-profile.types.js';
import { NameBook, NONE } from './names.rules.js';

const SHOWN = 12;

/** Finds where the rows of a file stand: operation, territory, channel and organisation. */
export class Slices {
  private readonly territories: NameBook;
  private readonly channels: NameBook;
  private readonly organisations: NameBook;

  constructor(
    private readonly profile: ImportProfile,
    private readonly context: InterpretationContext,
  ) {
    this.territories = new NameBook(context.territories);
    // What the profile proposes may not exist yet; its own names count all the same.
    const channels = [...context.channels, ...profile.channels.filter((one) => !this.isKnown(one.code))];
    this.channels = new NameBook(channels.map(({ code, label }) => ({ code, name: label })));
    this.organisations = new NameBook(context.organisations ?? []);
  }

  private isKnown(channel: string): boolean {
    return this.context.channels.some(({ code }) => code === channel);
  }

  /** Reads the slice of each row of a block. */
  of(block: Block): (row: TableRow) => Slice {
    const { profile, context } = this;
    const { campaign, territory, organisation } = context.answers;
    const [campaignAt, territoryAt] = [profile.campaign, profile.territory].map((names) =>
      columnAt(block.columns, names),
    );
    const channelOf = this.channelOf(block);
    const said = {
      campaign: campaign ?? null,
      territory: known(territory),
      organisation: known(organisation),
    };
    const titled = this.organisationAbove(block) ?? said.organisation;
    return (row) => ({
      campaign: cellOf(row, campaignAt) ?? said.campaign,
      territory: this.named(this.territories, row, territoryAt) ?? said.territory,
      channel: channelOf(row) ?? known(context.answers.channel),
      organisation: titled,
    });
  }

  private named(book: NameBook, row: TableRow, index: number | null | undefined): string | null {
    const name = cellOf(row, index);
    return name === null ? null : book.find(name, row.line);
  }

  private channelOf(block: Block): (row: TableRow) => string | null {
    const rule = this.profile.channel;
    if (rule === null) return () => null;
    if (rule.from === 'fixed') return () => rule.channel;
    if (rule.from === 'column') {
      const index = columnAt(block.columns, rule.columns);
      return (row) => this.named(this.channels, row, index);
    }
    const channel =
      rule.when.find(({ headers }) => columnAt(block.columns, headers) !== null)?.channel ?? null;
    return () => channel;
  }

  private organisationAbove(block: Block): string | null {
    const label = this.profile.organisationAfter;
    if (label === null) return null;
    for (const row of block.above) {
      const texts = row.cells.map(cellText);
      const at = texts.findIndex((text) => isOneOf(text.replace(/:$/, '').trim(), [label]));
      const name = at === -1 ? '' : (texts.slice(at + 1).find((text) => text !== '') ?? '');
      if (name !== '') return this.organisations.find(name, row.line);
    }
    return null;
  }

  /** Asks about the names that nothing bears here, and takes off what only some rows would have. */
  settle(findings: Findings): void {
    const { answers } = this.context;
    // A form that nobody filled in says nothing of anybody.
    if (findings.observations.length === 0) return;
    this.settleOne(findings, 'territory', this.territories, answers.territory);
    this.settleOne(findings, 'channel', this.channels, answers.channel);
    const { organisations } = this;
    if (organisations.unknown.size > 0 && answers.organisation === undefined) {
      findings.ask(unknownNames('organisation', organisations));
    }
  }

  private settleOne(
    findings: Findings,
    member: 'territory' | 'channel',
    book: NameBook,
    answer: string | undefined,
  ): void {
    const isAsked = book.unknown.size > 0 && answer === undefined;
    if (isAsked) findings.ask(unknownNames(member, book));
    // A row without its territory beside rows with theirs would be taken for their total.
    if (!isAsked && answer !== NONE) return;
    for (const observation of findings.observations) observation[member] = null;
  }
}

const known = (code: string | undefined): string | null =>
  code === undefined || code === NONE ? null : code;

function cellOf(row: TableRow, index: number | null | undefined): string | null {
  const text = index === null || index === undefined ? '' : cellText(row.cells[index]);
  return text === '' ? null : text;
}

const WORDS = {
  territory: {
    one: 'Un territoire',
    several: 'territoires',
    all: 'compter toutes les lignes sans territoire',
  },
  channel: { one: 'Un canal', several: 'canaux', all: 'compter toutes les lignes sans canal' },
  organisation: { one: 'Une organisation', several: 'organisations', all: 'ne pas dire l’organisation' },
};

function unknownNames(member: keyof typeof WORDS, book: NameBook) {
  const { one, several, all } = WORDS[member];
  const count = book.unknown.size;
  const [line = 1] = book.unknown.values();
  const what =
    count === 1 ? sentence`${one} n’existe pas` : sentence`${String(count)} ${several} n’existent pas`;
  return {
    code: `unknown_${member}`,
    message: sentence`${what} ici : ${book.unknownInWords(SHOWN)} (à partir de la ligne ${String(line)}). Créez ce qui manque dans l’administration puis déposez le fichier de nouveau, ou passez outre.`,
    choices: [all],
    answer: { name: member, values: [NONE] },
  };
}

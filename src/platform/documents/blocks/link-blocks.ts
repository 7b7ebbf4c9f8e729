import { LinkText, linkContents, shortLink, withPage } from '../flow/link-text.js';
import { Stack } from '../flow/stack.js';
import { Tagged } from '../flow/tagged.js';
import { TagSlot } from '../pdf/tagger.js';
import { COLORS, STYLES } from '../theme.js';
import { type BlockBuilder, SPACE } from './block-context.js';
import { ListItem } from './list-block.js';

export const buildLink: BlockBuilder<'link'> = (
  { to, text },
  { typesetter, width, destinations, warnings },
) => {
  if (!destinations.has(to)) warnings.push(`Lien sans destination : « ${text} » (${to}).`);
  const box = new LinkText({
    tag: 'P',
    style: STYLES.link,
    width,
    measures: typesetter.measures,
    resolve: (pageOf) => {
      if (!destinations.has(to)) return { text: shortLink(text), target: null };
      const full = withPage(shortLink(text), pageOf(to));
      return { text: full, target: { to: { destination: to }, contents: linkContents(full) } };
    },
  });
  return [{ box, before: 8, after: 8 }];
};

const INDENT = 12;

export const buildExternalLinks: BlockBuilder<'external-links'> = (
  { items },
  { typesetter, width, warnings },
) => {
  if (items.length === 0) return [];
  const boxes = items.map(({ text, url }) => {
    const href = webAddress(url);
    if (!href) warnings.push(`Adresse non reprise comme lien : « ${url} ».`);
    const label = typesetter.tagged('Lbl', '•', STYLES.marker, INDENT);
    const link = new LinkText({
      tag: 'LBody',
      style: { ...STYLES.link, leading: STYLES.marker.leading, color: COLORS.wine },
      width: width - INDENT,
      measures: typesetter.measures,
      resolve: () => ({
        text: shortLink(text),
        target: href ? { to: { url: href }, contents: linkContents(shortLink(text)) } : null,
      }),
    });
    return { box: new Tagged(new TagSlot('LI'), new ListItem(label, link, INDENT)), after: 4 };
  });
  const slot = new TagSlot('L', { numbering: 'Disc' });
  return [{ box: new Tagged(slot, new Stack(boxes)), before: SPACE.tight, after: SPACE.normal }];
};

/** The address, encoded, when a reader may safely follow it from a document: no `file:`, no `javascript:`. */
function webAddress(url: string): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed && ['http:', 'https:', 'mailto:'].includes(parsed.protocol) ? parsed.href : null;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import { type AssetUrls, assetUrl } from './asset-manifest.js';
import { escapeHtml } from './html.js';
import { iconSvg } from './icons.js';
import type { PageBody, PageFrame, PageReader } from './page.types.js';

/** `views/` of the installation, the same from `src/` and from `dist/`. */
const VIEWS = fileURLToPath(new URL('../../../views/', import.meta.url));

const LAYOUT = 'layouts/page';

type Template = (locals: Record<string, unknown>) => string;

/**
 * The only door to EJS. Templates are named by the sources, compiled once, and receive one fresh object: the view
 * model under `page` and the helpers. Nothing of a request ever becomes an option of EJS.
 */
export class ViewRenderer {
  private readonly templates = new Map<string, Template>();

  constructor(
    private readonly folder: string = VIEWS,
    private readonly asset: AssetUrls = assetUrl,
  ) {}

  /** Renders one template, `dashboard/year`, with its view model. */
  render(view: string, page: object, reader: PageReader | null = null): string {
    return this.template(view)({ page, ...this.helpers(reader) });
  }

  /** Renders a page inside the layout that all pages share. */
  renderPage(view: string, body: PageBody, frame: PageFrame, reader: PageReader | null = null): string {
    const html = this.render(view, body.content, reader);
    const { title, description, section, updated } = body;
    return this.template(LAYOUT)({
      page: { title, description, section, updated },
      frame,
      reader,
      body: html,
      ...this.helpers(reader),
    });
  }

  /** All that a template can reach besides its own model. */
  private helpers(reader: PageReader | null): Record<string, unknown> {
    return { asset: this.asset, iconSvg, csrfHtml: csrfField(reader) };
  }

  private template(view: string): Template {
    const known = this.templates.get(view);
    if (known !== undefined) return known;
    if (!/^[a-z-]+\/[a-z-]+$/.test(view)) throw new RangeError(`not the name of a template: ${view}`);
    const filename = join(this.folder, `${view}.ejs`);
    const compiled = ejs.compile(readFileSync(filename, 'utf8'), {
      filename,
      root: this.folder,
      strict: true,
      localsName: 'locals',
      destructuredLocals: ['page', 'frame', 'reader', 'body', 'it', 'span', 'asset', 'iconSvg', 'csrfHtml'],
      escape: escapeHtml,
      rmWhitespace: true,
      cache: true,
    });
    this.templates.set(view, compiled);
    return compiled;
  }
}

/** What each form that posts begins with: nothing for a visitor, who has no session to be abused. */
function csrfField(reader: PageReader | null): string {
  return reader === null ? '' : `<input type="hidden" name="_csrf" value="${escapeHtml(reader.csrfToken)}">`;
}

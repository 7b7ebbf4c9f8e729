import type { TestServer } from '../support/application.js';

/** What a browser shows and keeps after one request: redirections are not followed. */
export interface Answer {
  status: number;
  location: string | null;
  text: string;
  headers: Headers;
}

/** A browser reduced to its cookies: keeps what it is given, sends what it has, and fills in forms. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  /** The token of the last page that had one. */
  private csrf: string | null = null;

  constructor(
    private readonly server: Pick<TestServer, 'url'>,
    private readonly headers: Record<string, string> = {},
  ) {}

  get(path: string): Promise<Answer> {
    return this.send(path, {});
  }

  /** Sends a form, with the token of the page that was shown before when somebody is signed in. */
  post(path: string, fields: Record<string, string>): Promise<Answer> {
    const body = new URLSearchParams(fields);
    if (this.csrf !== null) body.set('_csrf', this.csrf);
    return this.send(path, { method: 'POST', body });
  }

  private async send(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.server.url + path, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', ...this.headers, ...(cookie === '' ? {} : { cookie }) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const text = await response.text();
    const isOurs = this.cookies.has('copil');
    this.csrf = isOurs ? (/name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? this.csrf) : null;
    return {
      status: response.status,
      location: response.headers.get('location'),
      text,
      headers: response.headers,
    };
  }
}

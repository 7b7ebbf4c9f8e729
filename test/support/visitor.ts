import { send, type RawAnswer } from './raw-http.js';

/** A browser without a screen: keeps cookies, sends the forms of the pages it read, follows no redirection. */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  private csrfToken = '';

  constructor(private readonly origin: string) {}

  /** Everything that this browser holds and that nobody else may know. */
  get secrets(): string[] {
    return [...this.cookies.values(), this.csrfToken].filter((secret) => secret !== '');
  }

  get(address: string): Promise<RawAnswer> {
    const path = address.startsWith('/') ? address : address.slice(new URL(address).origin.length);
    return this.send({ path });
  }

  post(path: string, form: Record<string, string>): Promise<RawAnswer> {
    const token: Record<string, string> = this.csrfToken === '' ? {} : { _csrf: this.csrfToken };
    return this.send({ method: 'POST', path, form: { ...token, ...form } });
  }

  private async send(request: Parameters<typeof send>[1]): Promise<RawAnswer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await send(this.origin, { ...request, headers: cookie === '' ? {} : { cookie } });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const token = /name="_csrf" value="([^"]+)"/.exec(answer.text)?.[1];
    if (token !== undefined) this.csrfToken = token;
    return answer;
  }
}

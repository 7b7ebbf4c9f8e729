import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { lastValueFrom, of } from 'rxjs';
import { Page } from './page.decorator.js';
import { PageFrameSource } from './page-frame.source.js';
import { PageInterceptor } from './page.interceptor.js';
import { MovedPage, type PageBody, type PageFrame } from './page.types.js';
import { ViewRenderer } from './view-renderer.js';

class Frames extends PageFrameSource {
  frame(): Promise<PageFrame> {
    return Promise.resolve({
      programmeName: 'Oh my Lot\u202f!',
      subtitle: 'Comité de pilotage',
      navigation: [],
      searchHref: null,
      publicLink: null,
      source: null,
      footerLinks: [],
    });
  }
}

class Pages {
  @Page('errors/error')
  page(): void {}
  json(): void {}
}

class Reply {
  code = 200;
  readonly headers = new Map<string, string>();
  type(value: string): this {
    return this.header('content-type', value);
  }
  status(code: number): this {
    this.code = code;
    return this;
  }
  header(name: string, value: string): this {
    this.headers.set(name, value);
    return this;
  }
}

const body: PageBody = {
  title: 'Perdu',
  description: 'Perdu',
  section: null,
  updated: null,
  content: {
    status: 404,
    heading: 'Perdu',
    message: null,
    advice: 'Revenez.',
    back: 'Revenir',
    requestId: '1',
  },
};

describe('PageInterceptor', () => {
  const renderer = new ViewRenderer(undefined, (name) => `/assets/${name}`);
  const interceptor = new PageInterceptor(new Reflector(), renderer, new Frames(), { baseUrl: null });
  const answer = async (handler: () => void, value: unknown): Promise<{ reply: Reply; sent: unknown }> => {
    const reply = new Reply();
    const context: Partial<ExecutionContext> = {
      getHandler: () => handler,
      switchToHttp: () =>
        ({ getResponse: () => reply, getRequest: () => ({}) }) as unknown as ReturnType<
          ExecutionContext['switchToHttp']
        >,
    };
    const next: CallHandler = { handle: () => of(value) };
    return { reply, sent: await lastValueFrom(interceptor.intercept(context as ExecutionContext, next)) };
  };

  it('renders the answer of a page handler', async () => {
    const { reply, sent } = await answer(Pages.prototype.page, body);
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(sent).toContain('<title>Perdu · Oh my Lot\u202f!</title>');
  });

  it('sends readers to the canonical address', async () => {
    const { reply, sent } = await answer(Pages.prototype.page, new MovedPage('/operations/op-2020-spots'));
    expect(reply.code).toBe(301);
    expect(reply.headers.get('location')).toBe('/operations/op-2020-spots');
    expect(sent).toBe('');
  });

  it('leaves other handlers alone', async () => {
    const { reply, sent } = await answer(Pages.prototype.json, { items: [] });
    expect(sent).toEqual({ items: [] });
    expect(reply.headers.size).toBe(0);
  });
});

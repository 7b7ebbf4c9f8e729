import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { CONFIGURATION, type Configuration } from '../config/configuration.js';
import { type CookieChange, setCookieHeader } from '../http/cookies.js';
import { PAGE_KEY } from './page.decorator.js';
import { PageFrameSource } from './page-frame.source.js';
import { MovedPage, type PageAnswer, SeeOther } from './page.types.js';
import { ViewRenderer } from './view-renderer.js';

const OK = 200;
const MOVED_PERMANENTLY = 301;
const SEE_OTHER = 303;

/** Turns the answers of handlers marked `@Page` into HTML, so that a page handler is one statement. */
@Injectable()
export class PageInterceptor implements NestInterceptor<PageAnswer, unknown> {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(ViewRenderer) private readonly renderer: ViewRenderer,
    @Inject(PageFrameSource) private readonly frames: PageFrameSource,
    @Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'baseUrl'>,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<PageAnswer>): Observable<unknown> {
    const view = this.reflector.get<string | undefined>(PAGE_KEY, context.getHandler());
    if (view === undefined) return next.handle();
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(mergeMap((answer) => this.answer(view, answer, request, reply)));
  }

  private async answer(
    view: string,
    answer: PageAnswer,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string> {
    void reply.type('text/html; charset=utf-8');
    if (answer instanceof MovedPage) {
      void reply.status(MOVED_PERMANENTLY).header('location', answer.location);
      return '';
    }
    this.setCookies(answer.cookies, reply);
    if (answer instanceof SeeOther) {
      void reply.status(SEE_OTHER).header('location', answer.location);
      return '';
    }
    void reply.status(answer.status ?? OK);
    if (answer.retryAfter !== undefined) void reply.header('retry-after', String(answer.retryAfter));
    const reader = answer.reader ?? request.pageReader ?? null;
    const frame = await this.frames.frame(reader);
    return this.renderer.renderPage(view, answer, frame, reader);
  }

  private setCookies(cookies: CookieChange[] = [], reply: FastifyReply): void {
    for (const change of cookies) {
      void reply.header('set-cookie', setCookieHeader(change, this.configuration));
    }
  }
}

import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { rememberFrame } from './error-page.js';
import { PAGE_KEY } from './page.decorator.js';
import { PageFrameSource } from './page-frame.source.js';
import { MovedPage, type PageBody } from './page.types.js';
import { ViewRenderer } from './view-renderer.js';

const MOVED_PERMANENTLY = 301;

/** Turns the answers of handlers marked `@Page` into HTML, so that a page handler is one statement. */
@Injectable()
export class PageInterceptor implements NestInterceptor<PageBody | MovedPage, unknown> {
  constructor(
    private readonly reflector: Reflector,
    private readonly renderer: ViewRenderer,
    private readonly frames: PageFrameSource,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<PageBody | MovedPage>): Observable<unknown> {
    const view = this.reflector.get<string | undefined>(PAGE_KEY, context.getHandler());
    if (view === undefined) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(mergeMap((answer) => this.answer(view, answer, reply)));
  }

  private async answer(view: string, answer: PageBody | MovedPage, reply: FastifyReply): Promise<string> {
    void reply.type('text/html; charset=utf-8');
    if (answer instanceof MovedPage) {
      void reply.status(MOVED_PERMANENTLY).header('location', answer.location);
      return '';
    }
    const frame = await this.frames.frame();
    rememberFrame(frame);
    return this.renderer.renderPage(view, answer, frame);
  }
}

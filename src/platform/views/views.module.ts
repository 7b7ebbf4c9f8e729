import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { PageInterceptor } from './page.interceptor.js';
import { ViewRenderer } from './view-renderer.js';

/** Pages: whoever knows the programme provides `PageFrameSource` beside it. */
@Global()
@Module({
  providers: [ViewRenderer, { provide: APP_INTERCEPTOR, useClass: PageInterceptor }],
  exports: [ViewRenderer],
})
export class ViewsModule {}

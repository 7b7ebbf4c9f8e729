import {
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  type PipeTransform,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIGURATION, type Configuration } from '../../platform/config/configuration.js';
import { readCookie } from '../../platform/http/cookies.js';

const CookieHeader = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
  return context.switchToHttp().getRequest<FastifyRequest>().headers.cookie;
});

/** Finds the link in a Cookie header: the name of the cookie follows BASE_URL. */
@Injectable()
class LinkCookiePipe implements PipeTransform<string | undefined, string | null> {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'baseUrl'>) {}

  transform(header: string | undefined): string | null {
    return readCookie(header, 'link', this.configuration);
  }
}

/** The secret of the one-time link that the browser holds; null when it holds none: `@HeldLink() secret: string | null`. */
export const HeldLink = (): ParameterDecorator => CookieHeader(LinkCookiePipe);

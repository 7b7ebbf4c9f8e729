import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** What an answer given before the end of a body leaves its sender to read it, before the connection is cut. */
const LINGER_MS = 2_000;

/** Declares a route whose handler takes in long bodies itself, once the guard let their sender in. */
export const TakesStream = (): MethodDecorator => RouteConfig({ takesStream: true }) as MethodDecorator;

const takesStream = ({ routeOptions }: FastifyRequest): boolean =>
  (routeOptions.config as { takesStream?: boolean }).takesStream === true;

/** The request that is being streamed on a connection. */
const streams = new WeakMap<Socket, IncomingMessage>();

/** Whether a body is on its way in this connection that only its route may give up. */
export const isStreaming = (socket: Socket): boolean => streams.get(socket)?.complete === false;

/**
 * Hands bodies of these types over to the handler unread, where its route declares so; other routes take none of them.
 * Nothing of a body is read before the guard has judged its sender.
 */
export function takeStreams(fastify: FastifyInstance, types: string[]): void {
  fastify.addContentTypeParser(types, (request, payload, done) => {
    if (!takesStream(request)) {
      done(Object.assign(new Error('Unsupported media type'), { statusCode: 415 }), undefined);
      return;
    }
    streams.set(request.raw.socket, request.raw);
    done(null, payload);
  });
  fastify.addHook('onResponse', (request, _reply, done) => {
    const { raw } = request;
    if (!raw.complete && streams.get(raw.socket) === raw) {
      // Who still sends may not have read why that is no use; the rest is let go meanwhile.
      raw.resume();
      setTimeout(() => {
        if (!raw.complete) raw.socket.destroy();
      }, LINGER_MS).unref();
    }
    done();
  });
}

import type { FastifyInstance } from 'fastify';

/** One address that the running application answers, `GET /operations/:code`. */
export interface ServedRoute {
  method: string;
  /** Pattern of the address, with its parameters. */
  url: string;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route of the application, in the order in which they were registered. */
    routeTable: readonly ServedRoute[];
  }
}

/**
 * Keeps the list of what is served: what may be called is checked against what is declared, so that an address which
 * nobody thought of is found by the tests, not by somebody else.
 */
export function keepRouteTable(fastify: FastifyInstance): void {
  const routes: ServedRoute[] = [];
  fastify.decorate('routeTable', routes);
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one.toUpperCase(), url });
  });
}

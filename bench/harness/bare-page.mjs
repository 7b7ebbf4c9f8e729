// What pages asked again are compared with: Fastify alone, with nothing to do but answer these bytes. Run as a process of
// its own, as the server is: `node bare-page.mjs FILE`.
import Fastify from 'fastify';
import { readFileSync } from 'node:fs';

const page = readFileSync(process.argv[2], 'utf8');
const server = Fastify();
server.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
process.stdout.write(`${await server.listen({ port: 0, host: '127.0.0.1' })}\n`);

import { BadRequestException, NotFoundException } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { problemOf } from './problem.js';

describe('a problem document', () => {
  it('carries the code, the words, the issues and the details of a domain error', () => {
    const issue = { path: 'value', code: 'not_a_number', message: 'x' };
    const problem = problemOf(new DomainError('refused', 'Refusé.', 422, [issue], { created: 0 }), 'id-1');
    expect(problem).toEqual({
      type: 'about:blank',
      title: 'Refusé.',
      status: 422,
      code: 'refused',
      instance: 'id-1',
      errors: [issue],
      created: 0,
    });
  });

  it('never lets details replace what identifies the problem', () => {
    const problem = problemOf(
      new DomainError('refused', 'Refusé.', 422, [], { status: 200, code: 'ok' }),
      'x',
    );
    expect(problem).toMatchObject({ status: 422, code: 'refused' });
  });

  it.each([
    ['a route nobody has', new NotFoundException(), 404, 'not_found'],
    ['a malformed request', new BadRequestException(), 400, 'invalid_request'],
    ['a body over the limit', Object.assign(new Error('big'), { statusCode: 413 }), 413, 'body_too_large'],
    ['a database that is away', Object.assign(new Error('gone'), { code: '57P01' }), 503, 'unavailable'],
    ['a connection cut by the server', new Error('Connection terminated unexpectedly'), 503, 'unavailable'],
    [
      'a transaction whose connection was cut',
      new Error('Database connection provided by a query runner was already released, cannot continue'),
      503,
      'unavailable',
    ],
    ['a form cut short', new Error('Unexpected end of multipart data'), 400, 'invalid_request'],
    ['a form without boundary', new Error('Multipart: Boundary not found'), 400, 'invalid_request'],
    ['a pool that waits', new Error('timeout exceeded when trying to connect'), 503, 'unavailable'],
    ['an endless address', Object.assign(new Error('big'), { statusCode: 414 }), 414, 'address_too_long'],
    ['a defect', new TypeError('x is not a function'), 500, 'unexpected'],
    ['a status that is none', Object.assign(new Error('odd'), { statusCode: 200 }), 500, 'unexpected'],
    ['something thrown that is no error', 'text', 500, 'unexpected'],
  ])('words %s', (_, error, status, code) => {
    const problem = problemOf(error, 'id');
    expect(problem).toMatchObject({ status, code });
    expect(JSON.stringify(problem)).not.toMatch(/is not a function|gone|big/);
  });
});

import type { Sent } from './row.types.js';

/** Fields that no form of ours has where they are tried: what a row of the database is made of, and JavaScript's own. */
export const EXTRA_FIELDS = [
  'id',
  'role',
  'scope',
  'validatedAt',
  '__proto__',
  'constructor',
  'state',
  'passwordHash',
  'organisationId',
  'isAdmin',
  'createdAt',
  'sessionId',
] as const;

/** What may stand where a text is expected. */
export const WRONG_TYPES: Readonly<Record<string, unknown>> = {
  object: { $ne: '' },
  array: ['a', 'b'],
  null: null,
  number: 7,
  boolean: true,
};

interface Variant {
  name: string;
  method: string;
  sent: Sent;
}

/** Other spellings of the same request: none may open what the plain one does not. */
export function variantsOf(method: string, sent: Sent): Variant[] {
  const [path = '', query] = sent.path.split('?');
  const tail = query === undefined ? '' : `?${query}`;
  const encoded = path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  const spellings: Record<string, string> = {
    'doubled slash': `/${path}`,
    'doubled slash inside': path.replace(/\/(?=[^/]*$)/, '//'),
    'encoded letter': encoded,
    'doubly encoded letter': encoded.replace('%', '%25'),
    'dot segment': `/.${path}`,
    'dot dot segment': `/assets/..${path}`,
    'matrix parameter': `${path};x`,
    'upper case': path.toUpperCase(),
    'trailing slash': `${path}/`,
    'encoded slash': path.replace(/\/(?=[^/]*$)/, '%2f'),
    'null byte': `${path}%00`,
  };
  const separator = tail === '' ? '?' : '&';
  const other = method === 'GET' ? 'POST' : 'GET';
  return [
    ...Object.entries(spellings).map(([name, spelt]) => ({
      name,
      method,
      sent: { ...sent, path: spelt + tail },
    })),
    ...(method === 'GET' ? [{ name: 'HEAD', method: 'HEAD', sent: { path: sent.path } }] : []),
    {
      name: '_method in the address',
      method,
      sent: { ...sent, path: `${sent.path}${separator}_method=${other}` },
    },
    {
      name: 'method override',
      method,
      sent: {
        ...sent,
        headers: { ...sent.headers, 'x-http-method-override': other, 'x-original-url': '/healthz' },
      },
    },
  ];
}

/** The same request with one field more, in the encoding of the route's own. */
export function withField(sent: Sent, field: string): Sent {
  if (sent.form !== undefined) {
    const form = new URLSearchParams(sent.form);
    form.append(field, '1');
    return typed(sent, 'application/x-www-form-urlencoded', form.toString());
  }
  // Written by hand: an object of ours cannot hold a member of that name, a text can.
  const members = JSON.stringify(sent.body ?? {}).slice(1, -1);
  return typed(
    sent,
    'application/json',
    `{${members}${members === '' ? '' : ','}${JSON.stringify(field)}:1}`,
  );
}

/** Fields of a request, and their values. */
export function fieldsOf(sent: Sent): Record<string, unknown> {
  if (sent.form !== undefined) return sent.form;
  return typeof sent.body === 'object' && !Buffer.isBuffer(sent.body)
    ? Object.fromEntries(Object.entries(sent.body))
    : {};
}

/** The same request, as JSON, with something else than what a field holds. */
export function withValue(sent: Sent, field: string, value: unknown): Sent {
  return typed(sent, 'application/json', JSON.stringify({ ...fieldsOf(sent), [field]: value }));
}

const typed = (sent: Sent, type: string, body: string): Sent => ({
  path: sent.path,
  headers: { ...sent.headers, 'content-type': type },
  body,
});

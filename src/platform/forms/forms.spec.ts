import { z } from 'zod';
import { DomainError } from '../../kernel/domain-error.js';
import { formView, type FormSpec } from './form.rules.js';
import type { Refusal } from './form.types.js';
import { submitted } from './submission.js';

const SPEC: FormSpec = {
  id: 'compte',
  action: '/mon-compte',
  submit: 'Enregistrer',
  fields: [
    { kind: 'text', name: 'name', label: 'Nom', hint: 'Prénom et nom', value: 'Marie' },
    { kind: 'password', name: 'password', label: 'Mot de passe', value: 'jamais montré' },
    { kind: 'code', name: 'code', label: 'Code', value: '123456' },
    { kind: 'checkbox', name: 'notices', label: 'Prévenir', value: 'on' },
    {
      kind: 'select',
      name: 'role',
      label: 'Rôle',
      value: 'b',
      choices: [
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ],
    },
    { kind: 'hidden', name: 'step', label: '', value: '2', optional: true },
  ],
};
const refusal = (rest: Partial<Refusal> = {}): Refusal => ({
  title: 'À corriger',
  issues: [
    { path: 'name', code: 'x', message: 'Le nom manque.' },
    { path: 'elsewhere', code: 'x', message: 'Autre chose.' },
  ],
  values: { name: '', password: 'secret', code: '999999', role: 'a', step: '9' },
  status: 422,
  ...rest,
});
const field = (name: string, given: Refusal | null = null) =>
  formView(SPEC, given).fields.find((one) => one.name === name);

describe('the view of a form', () => {
  it('shows what stands, and what is expected', () => {
    expect(field('name')).toMatchObject({
      id: 'compte-name',
      value: 'Marie',
      error: null,
      required: true,
      autocomplete: 'off',
      maxLength: 200,
      describedBy: 'compte-name-hint',
    });
    expect(formView(SPEC)).toMatchObject({ tone: 'primary', multipart: false, problem: null });
    expect(field('role')?.choices.map(({ selected }) => selected)).toEqual([false, true]);
    expect(field('notices')).toMatchObject({ checked: true, required: false });
  });

  it('never shows a secret again', () => {
    for (const given of [null, refusal()]) {
      expect([field('password', given)?.value, field('code', given)?.value]).toEqual(['', '']);
    }
  });

  it('shows what was typed with what to correct, each mistake leading to its field', () => {
    expect(formView(SPEC, refusal()).problem).toEqual({
      title: 'À corriger',
      issues: [
        { text: 'Le nom manque.', href: '#compte-name' },
        { text: 'Autre chose.', href: null },
      ],
    });
    expect(field('name', refusal())).toMatchObject({
      value: '',
      error: 'Le nom manque.',
      describedBy: 'compte-name-hint compte-name-error',
    });
    expect(field('role', refusal())?.choices.map(({ selected }) => selected)).toEqual([true, false]);
  });

  it('knows that a box that was not ticked is not sent, and keeps its own hidden values', () => {
    expect(field('notices', refusal())?.checked).toBe(false);
    expect(field('notices', refusal({ values: { notices: 'on' } }))?.checked).toBe(true);
    expect(field('step', refusal())?.value).toBe('2');
  });

  it('is sent in parts when it carries a file', () => {
    const fields = [{ kind: 'file', name: 'logo', label: 'Logo', accept: 'image/png' }] as const;
    expect(formView({ ...SPEC, fields, tone: 'danger' })).toMatchObject({ multipart: true, tone: 'danger' });
  });
});

describe('a form that was sent', () => {
  const schema = z.strictObject({ name: z.string().max(5, { error: 'Le nom est trop long.' }) });
  const failing = (error: unknown) => submitted(schema, { name: 'Marie' }, () => Promise.reject(error));

  it('is acted upon once it is right', async () => {
    const outcome = await submitted(schema, { name: 'Marie' }, async ({ name }) => name.length);
    expect(outcome).toEqual({ ok: true, result: 5 });
  });

  it.each<[unknown, string, Record<string, string>]>([
    [{ name: 'Marie-Louise' }, 'name', { name: 'Marie-Louise' }],
    [{ name: 'Marie', role: 'admin' }, 'role', { name: 'Marie', role: 'admin' }],
    [{ name: { first: 'Marie' } }, 'name', {}],
    [{ name: ['Marie'] }, 'name', {}],
    [null, 'name', {}],
    [undefined, 'name', {}],
    ['name=Marie', '', {}],
  ])('comes back with what was typed when its shape is wrong: %j', async (body, path, values) => {
    let acted = false;
    const outcome = await submitted(schema, body, async () => {
      acted = true;
    });
    expect(acted).toBe(false);
    expect(outcome).toMatchObject({ ok: false, refusal: { status: 422, issues: [{ path }], values } });
  });

  it.each([409, 422, 429])('comes back when the work refuses it with %i', async (status) => {
    const error = new DomainError('refused', 'Non.', status, [], status === 429 ? { retryAfter: 30 } : {});
    expect(await failing(error)).toEqual({
      ok: false,
      refusal: {
        title: 'Non.',
        issues: [],
        values: { name: 'Marie' },
        status,
        ...(status === 429 ? { retryAfter: 30 } : {}),
      },
    });
  });

  it('lets through what nobody can correct', async () => {
    for (const error of [new DomainError('not_found', 'Non.', 404), new Error('panne')]) {
      await expect(failing(error)).rejects.toBe(error);
    }
  });
});

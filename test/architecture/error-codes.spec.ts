import ts from 'typescript';
import { eachNode, productSources, read } from './source-tree.js';

const CODE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

/** A code given by an expression: a literal, or each branch of a choice. */
function literalsOf(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  return [];
}

/** True of `new DomainError(…)` and its kin, of their `super(…)`, and of the readers' `refuse(…)`. */
function refuses(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  if (ts.isNewExpression(node)) return node.expression.getText().endsWith('Error');
  if (!ts.isCallExpression(node)) return false;
  return node.expression.kind === ts.SyntaxKind.SuperKeyword || node.expression.getText() === 'refuse';
}

/** Codes of refusals, and of issues and problems written `{ code, message }` or `{ code, title }`. */
function codesIn(path: string): string[] {
  const codes: string[] = [];
  eachNode(path, (node) => {
    if (refuses(node)) codes.push(...literalsOf(node.arguments?.[0]));
    if (!ts.isObjectLiteralExpression(node)) return;
    const property = (name: string): ts.ObjectLiteralElementLike | undefined =>
      node.properties.find((member) => member.name?.getText() === name);
    const code = property('code');
    if (!code || !ts.isPropertyAssignment(code) || !(property('message') ?? property('title'))) return;
    codes.push(...literalsOf(code.initializer));
  });
  return codes.filter((code) => CODE.test(code));
}

const thrown = [...new Set(productSources().flatMap(codesIn))].sort();
const documented = [...read('docs/erreurs.md').matchAll(/^\| `([^`]+)` +\|/gm)].map(([, code = '']) => code);

describe('Error codes', () => {
  it('are all documented', () => {
    expect(thrown.length).toBeGreaterThan(5);
    expect(thrown.filter((code) => !documented.includes(code))).toEqual([]);
  });

  it('are documented once, in alphabetical order, and only when they exist', () => {
    expect(documented).toEqual([...new Set(documented)].sort());
    expect(documented.filter((code) => !thrown.includes(code))).toEqual([]);
  });
});

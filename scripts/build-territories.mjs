// Writes reference/territories/: the intercommunalities and communes of each département of France, one small file each,
// from @etalab/decoupage-administratif. Run it again each year, when the official list changes:
//   node scripts/build-territories.mjs 6.0.0
// The package is fetched for the time of the run only: its 12 MB are neither a dependency nor installed with the rest.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromRoot } from './support/paths.mjs';

const PACKAGE = '@etalab/decoupage-administratif';
const version = process.argv[2] ?? '6.0.0';
const target = fromRoot('reference', 'territories');

const folder = mkdtempSync(join(tmpdir(), 'copil-territories-'));
const inFolder = { cwd: folder, encoding: 'utf8' };
try {
  const [packed] = JSON.parse(execFileSync('npm', ['pack', `${PACKAGE}@${version}`, '--json'], inFolder));
  execFileSync('tar', ['xzf', packed.filename], inFolder);
  const read = (name) => JSON.parse(readFileSync(join(folder, 'package', 'data', `${name}.json`), 'utf8'));
  write(read('departements'), read('epci'), read('communes'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function write(departements, epci, communes) {
  const present = communes.filter(({ type }) => type === 'commune-actuelle');
  const departementOf = new Map(present.map(({ code, departement }) => [code, departement]));
  const epciOf = new Map(epci.flatMap(({ code, membres }) => membres.map((one) => [one.code, code])));
  const homes = new Map(epci.map(({ code, membres }) => [code, homeOf(membres, departementOf)]));
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const listed = [];
  for (const { code, nom } of departements) {
    const own = present.filter(({ departement }) => departement === code);
    if (own.length === 0) continue;
    const bodies = epci.filter((one) => homes.get(one.code) === code);
    const lines = [
      ['departement', code, nom],
      ...bodies.map((one) => ['intercommunalite', one.code, one.nom]),
      ...own.map((one) => ['commune', one.code, one.nom, epciOf.get(one.code) ?? '']),
    ];
    const name = `${code.toLowerCase()}.tsv`;
    writeFileSync(join(target, name), `${lines.map((line) => line.join('\t')).join('\n')}\n`);
    listed.push([code, nom, bodies.length, own.length]);
  }
  writeFileSync(
    join(target, 'departements.tsv'),
    `${listed.map((line) => line.slice(0, 2).join('\t')).join('\n')}\n`,
  );
  writeFileSync(join(target, 'README.md'), readme(listed));
}

/** An intercommunality stands in the département where most of its people live. */
function homeOf(members, departementOf) {
  const people = new Map();
  for (const { code, populationTotale } of members) {
    const departement = departementOf.get(code);
    if (departement === undefined) continue;
    people.set(departement, (people.get(departement) ?? 0) + populationTotale);
  }
  return [...people].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null;
}

function readme(listed) {
  const sum = (index) => listed.reduce((total, line) => total + line[index], 0);
  return `# Communes et intercommunalités de France

Un fichier par département : son code et son nom, ses intercommunalités (SIREN, nom), ses communes (code INSEE, nom, SIREN de
leur intercommunalité). Une intercommunalité à cheval est rangée là où habitent le plus de ses habitants.

Écrit par \`node scripts/build-territories.mjs ${version}\` d’après \`${PACKAGE}\` ${version} (licence MIT),
qui réunit le code officiel géographique de l’INSEE et la liste BANATIC des intercommunalités (Licence Ouverte 2.0).
${listed.length} départements et collectivités, ${sum(2)} intercommunalités, ${sum(3)} communes.
`;
}

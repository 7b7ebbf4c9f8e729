import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { newMeasurements } from './measurements.mjs';

const HEADER =
  'code_programme;code_operation;code_indicateur;periode_debut;periode_fin;type_valeur;valeur;qualificatif;statut;source;commentaire;canal';
/** Slices of the bench's measurements: three indicators, seven channels, six campaigns. */
const SLICES = 126;

/** The same numbers every time, whatever the machine. */
function* pseudoRandom(seed) {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

function shuffled(count) {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  const random = pseudoRandom(20_201_216);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(random.next().value * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

/**
 * Writes a standard file of so many measurements, no two of one key.
 * @param order `date`: day after day, every slice of a day together; `random`: the same rows in any order
 */
export async function writeStandardFile(path, rows, order) {
  const bySlice = new Map();
  const days = Math.ceil(rows / SLICES);
  for (const { indicator, campaign, channel, periodStart, value } of newMeasurements()) {
    if (value >= days) continue;
    const slice = bySlice.get(`${indicator}|${campaign}|${channel}`) ?? [];
    slice.push(periodStart);
    bySlice.set(`${indicator}|${campaign}|${channel}`, slice);
  }
  const slices = [...bySlice].map(([name, dates]) => ({ parts: name.split('|'), dates }));
  const places = order === 'date' ? null : shuffled(rows);
  const file = createWriteStream(path);
  let text = `${HEADER}\n`;
  for (let index = 0; index < rows; index += 1) {
    const place = places === null ? index : places[index];
    const { parts, dates } = slices[place % SLICES];
    const day = dates[Math.floor(place / SLICES)];
    const [indicator, campaign, channel] = parts;
    text += `OML;${campaign};${indicator};${day};${day};realise;${place % 9_973};exact;valide;Export mensuel;;${channel}\n`;
    if (text.length < 1_000_000) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await once(file, 'finish');
}

import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '../scenarios/scenario-world.js';
import { startTestServer, type TestServer } from '../support/application.js';
import type { Engine } from '../support/databases.js';

type Batches = { measurements: Record<string, unknown>[] }[];

/** The measurements of a world, in the order in which they are given. */
export const givenIn = ({ measurements }: World): Record<string, unknown>[] =>
  (measurements['batches'] as Batches).flatMap((batch) => batch.measurements);

/** The same data set, its measurements in another order and in another number of batches. */
export function shuffled(world: World, batches: number): unknown {
  const reversed = givenIn(world).toReversed();
  const size = Math.ceil(reversed.length / batches);
  return {
    format: 1,
    batches: Array.from({ length: batches }, (_, place) => ({
      measurements: reversed.slice(place * size, (place + 1) * size),
    })),
  };
}

/** A server that holds a world, with these measurements. @param folder where its data set is written. */
export async function serverOf(
  world: World,
  engine: Engine,
  folder: string,
  measurements: unknown = world.measurements,
): Promise<TestServer> {
  const seed = mkdtempSync(join(folder, 'seed-'));
  writeFileSync(join(seed, 'dataset.json'), JSON.stringify(world.dataset));
  writeFileSync(join(seed, 'measurements.json'), JSON.stringify(measurements));
  return startTestServer({ engine, seed, now: world.now }).catch((error: unknown) => {
    throw new Error(JSON.stringify(error, null, 1));
  });
}

/** What a server answers at an address, which must be there. */
export async function read(server: TestServer, path: string): Promise<string> {
  const response = await fetch(server.url + path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

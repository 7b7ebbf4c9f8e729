/**
 * The number of the data: another one after every committed write, whoever wrote. It follows the clock where it can, so
 * that a database put back from a copy never takes again a number that other data had.
 */
export const READ_DATA_VERSION = 'SELECT number FROM data_version WHERE id = 1';

const MILLISECONDS = {
  sqlite: `CAST(unixepoch('subsec') * 1000 AS integer)`,
  postgres: 'CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)',
};
const LARGER = { sqlite: 'MAX', postgres: 'GREATEST' };

/** The statement that gives the data another number, inside the transaction of the write. */
export const bumpDataVersion = (engine: 'sqlite' | 'postgres'): string =>
  `UPDATE data_version SET number = ${LARGER[engine]}(number + 1, ${MILLISECONDS[engine]}) WHERE id = 1`;

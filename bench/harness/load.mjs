import autocannon from 'autocannon';

const CLIENTS = 10;
const ROUND_SECONDS = 3;
const WARM_UP_SECONDS = 1;

/** Requests a second that a URL answers; an answer other than the one expected stops the bench. */
export async function throughput(url, { headers = {}, seconds = ROUND_SECONDS, status = 200 } = {}) {
  const result = await autocannon({ url, headers, connections: CLIENTS, duration: seconds });
  allAnswered(url, result, status);
  return result.requests.average;
}

/** How many requests were answered; an answer other than the one expected stops the bench. */
function allAnswered(url, result, status) {
  const answered = result.statusCodeStats?.[status]?.count ?? 0;
  if (result.errors > 0 || answered === 0 || answered !== result.requests.total) {
    const seen = JSON.stringify(result.statusCodeStats);
    throw new Error(`${url}: ${result.errors} errors, answers ${seen} where ${status} was expected`);
  }
  return answered;
}

/**
 * Requests a second that a URL takes, each with a body of its own, and how long the slowest hundredth waited.
 * @param nextBody makes the body of the next request
 */
export async function postThroughput(url, { headers, nextBody, connections, seconds = ROUND_SECONDS }) {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        setupRequest: (request) => ({ ...request, body: nextBody() }),
      },
    ],
  });
  return { rate: allAnswered(url, result, 200) / result.duration, p99: result.latency.p99 };
}

/**
 * Takes turns between the contenders, so that a slow minute of the machine weighs on each.
 * @param contenders functions that answer one figure for a round of so many seconds
 * @returns for each contender, its figure in every round
 */
export async function alternate(contenders, rounds = 5) {
  for (const contender of contenders) await contender(WARM_UP_SECONDS);
  const figures = contenders.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries())
      figures[index].push(await contender(ROUND_SECONDS));
  }
  return figures;
}

/** Round by round, the first contender over the second. */
export const ratios = (ours, peers) => ours.map((figure, round) => figure / peers[round]);

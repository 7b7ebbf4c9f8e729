/** What a key means on a figure of the queue. */
const STEPS: ReadonlyMap<string, 1 | -1> = new Map([
  ['j', 1],
  ['ArrowDown', 1],
  ['k', -1],
  ['ArrowUp', -1],
]);

/** Fields and buttons keep their own keys: letters are typed there. */
const OWN_KEYS = 'input, textarea, select';

/**
 * Validates the queue by the keyboard: V validates the figure that has the focus, C asks for its correction, J and K or
 * arrows go on. Keys do nothing outside of a figure, so that they never surprise who uses letters otherwise.
 */
export function enhanceReview(queue: HTMLElement): void {
  const items = [...queue.querySelectorAll<HTMLElement>('[data-item]')];
  for (const item of items) item.tabIndex = 0;
  const hint = queue.querySelector<HTMLElement>('.review-keys');
  if (hint !== null) hint.hidden = false;
  queue.addEventListener('keydown', (event) => onKey(event, items));
  goOn(queue, items);
}

/** After something was decided: on to the next figure, or to what is said of it. */
function goOn(queue: HTMLElement, items: readonly HTMLElement[]): void {
  const done = queue.querySelector<HTMLElement>('[data-done]');
  if (done === null) return;
  const next = items.find(({ id }) => `#${id}` === location.hash);
  if (next !== undefined) next.setAttribute('aria-describedby', done.id);
  (next ?? done).focus();
}

function onKey(event: KeyboardEvent, all: readonly HTMLElement[]): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
  const item = target.closest<HTMLElement>('[data-item]');
  if (item === null) return;
  const correction = item.querySelector<HTMLDetailsElement>('[data-correction]');
  if (key === 'Escape' && correction?.open === true) {
    correction.open = false;
    item.focus();
    return;
  }
  if (target.matches(OWN_KEYS)) return;
  const step = STEPS.get(key.length === 1 ? key.toLowerCase() : key);
  if (step !== undefined) {
    event.preventDefault();
    all[all.indexOf(item) + step]?.focus();
  } else if (key.toLowerCase() === 'v') {
    event.preventDefault();
    item.querySelector<HTMLFormElement>('[data-validate]')?.requestSubmit();
  } else if (key.toLowerCase() === 'c' && correction !== null) {
    event.preventDefault();
    correction.open = true;
    correction.querySelector('textarea')?.focus();
  }
}

const MEGABYTE = 1_048_576;
const LOST = 'L’envoi s’est interrompu : vérifiez la connexion, puis recommencez.';

/** Takes files dropped on the zone, or chosen, and sends them at once; says how far the sending is. */
export function enhanceDrop(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type="file"]');
  const zone = form.querySelector<HTMLElement>('[data-zone]');
  if (input === null || zone === null) return;
  showWords(form);
  const send = (): void => {
    const problem = problemOf(form, [...(input.files ?? [])]);
    tell(form, problem);
    if (problem === null) sendFiles(form);
  };
  input.addEventListener('change', () => {
    if ((input.files?.length ?? 0) > 0) send();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  let depth = 0;
  const over = (by: number): void => {
    depth = Math.max(0, depth + by);
    zone.classList.toggle('over', depth > 0);
  };
  zone.addEventListener('dragenter', () => over(1));
  zone.addEventListener('dragleave', () => over(-1));
  // A file let go of beside the zone would take the place of the page.
  for (const kind of ['dragover', 'drop'] as const)
    document.addEventListener(kind, (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    over(-depth);
    const { dataTransfer } = event;
    if (dataTransfer === null || dataTransfer.files.length === 0) return;
    input.files = dataTransfer.files;
    send();
  });
}

function showWords(form: HTMLFormElement): void {
  const [dropWords, chooseWords] = ['[data-drop-words]', '[data-choose-words]'].map((selector) =>
    form.querySelector<HTMLElement>(selector),
  );
  if (dropWords) dropWords.hidden = false;
  if (chooseWords) chooseWords.hidden = true;
}

/** What is wrong with files before any of them leaves; null when nothing is. */
function problemOf({ dataset }: HTMLFormElement, files: readonly File[]): string | null {
  const [mostBytes, mostFiles] = [Number(dataset['mostBytes']), Number(dataset['mostFiles'])];
  if (files.length === 0) return 'Choisissez au moins un fichier, ou déposez-le dans le cadre.';
  if (files.length > mostFiles)
    return `Ces fichiers sont trop nombreux : déposez-en ${mostFiles} au plus à la fois.`;
  const heavy = files.find(({ size }) => size > mostBytes);
  if (heavy === undefined) return null;
  return `Le fichier « ${heavy.name} » est trop lourd : il en faut un de ${Math.floor(mostBytes / MEGABYTE)} Mo au plus.`;
}

function tell(form: HTMLFormElement, problem: string | null): void {
  const place = form.querySelector<HTMLElement>('[data-drop-problem]');
  if (place === null) return;
  place.hidden = problem === null;
  place.textContent = problem ?? '';
}

function sendFiles(form: HTMLFormElement): void {
  const bar = form.querySelector<HTMLProgressElement>('progress');
  const words = form.querySelector<HTMLElement>('[data-progress-words]');
  const progress = form.querySelector<HTMLElement>('[data-progress]');
  const button = form.querySelector<HTMLButtonElement>('button[type="submit"]');
  const body = new FormData(form);
  const request = new XMLHttpRequest();
  const atWork = (is: boolean): void => {
    if (progress) progress.hidden = !is;
    if (button) button.disabled = is;
  };
  atWork(true);
  if (words) words.textContent = 'Envoi…';
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    if (bar && total > 0) bar.value = (loaded / total) * 100;
  });
  request.upload.addEventListener('load', () => {
    bar?.removeAttribute('value');
    if (words) words.textContent = 'Lecture…';
  });
  request.addEventListener('error', () => {
    atWork(false);
    tell(form, LOST);
  });
  request.addEventListener('load', () => {
    if (request.status < 300) {
      location.assign(request.responseURL);
      return;
    }
    atWork(false);
    tell(form, refusalIn(request.responseText));
  });
  request.open('POST', form.action);
  request.setRequestHeader('accept', 'text/html');
  request.send(body);
}

/** Why files are not taken, as the answered page says it. */
function refusalIn(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const said = page.querySelector('.form-problem-title, main h1 + p, main h1');
  return said?.textContent?.trim() ?? LOST;
}

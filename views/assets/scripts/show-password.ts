const LABEL = 'Afficher le mot de passe';

/** The button says what it does and whether it is pressed; the words do not change under the reader. */
function showButton(input: HTMLInputElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button plain';
  button.textContent = 'Afficher';
  button.setAttribute('aria-label', LABEL);
  button.setAttribute('aria-pressed', 'false');
  button.setAttribute('aria-controls', input.id);
  return button;
}

/** A password field and its button; hidden again before it is sent, so that no browser keeps it as plain text. */
function offerToShow(input: HTMLInputElement): void {
  const button = showButton(input);
  const show = (shown: boolean): void => {
    input.type = shown ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(shown));
  };
  button.addEventListener('click', () => show(input.type === 'password'));
  input.form?.addEventListener('submit', () => show(false));
  const pair = document.createElement('div');
  pair.className = 'reveal';
  input.replaceWith(pair);
  pair.append(input, button);
}

/** Gives each password of the page a button « Afficher »: fifteen characters are long to type blind. */
export function offerToShowPasswords(root: Document): void {
  for (const input of root.querySelectorAll<HTMLInputElement>('.form input[type="password"]'))
    offerToShow(input);
}

/** An element with its class and its text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A text for screen readers that speaks when it changes. */
export function announcer(parent: HTMLElement): (text: string) => void {
  const region = element('p', 'visually-hidden');
  region.setAttribute('role', 'status');
  parent.append(region);
  return (text) => {
    // Emptied first: the same words said twice are only heard when they come back.
    region.textContent = '';
    requestAnimationFrame(() => (region.textContent = text));
  };
}

/** A button that sends no form. */
export function button(text: string, pressed: () => void): HTMLButtonElement {
  const made = element('button', 'button small', text);
  made.type = 'button';
  made.addEventListener('click', pressed);
  return made;
}

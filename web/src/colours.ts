const KEYS = new Set(["color", "backgroundColor", "borderColor"]);

/** Puts the theme's colour wherever the app has written a name of the style sheet, such as `--base`. */
export function coloured(option: Record<string, unknown>, element: HTMLElement): void {
  const probe = document.createElement("span");
  probe.hidden = true;
  element.append(probe);
  const known = new Map<string, string>();
  const colour = (name: string): string => {
    const found = known.get(name);
    if (found !== undefined) return found;
    probe.style.color = `var(${name})`;
    const read = getComputedStyle(probe).color;
    known.set(name, read);
    return read;
  };
  walk(option, colour);
  probe.remove();
}

function walk(value: unknown, colour: (name: string) => string): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== "string") walk(inner, colour);
    else if (KEYS.has(key) && inner.startsWith("--")) (value as Record<string, unknown>)[key] = colour(inner);
  }
}

/** So long after a key or a click what the page asks is still asked by a person, in milliseconds. */
const STILL = 60_000;

let last = Date.now();

/** Begins to notice that somebody sits there; a session ends half an hour after nobody does. */
export function noticePerson(): void {
  for (const sign of ['pointerdown', 'keydown'] as const) {
    window.addEventListener(sign, () => (last = Date.now()), {capture: true, passive: true});
  }
}

/** Whether a person, and not the page by itself, asks. */
export const isAttended = (now = Date.now()) => now - last < STILL;

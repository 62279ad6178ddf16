import type {Texts} from '../texts/en';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in its two largest units, such as "2 h 5 min". Seconds may be fractions and are cut. */
export function span(seconds: number, {units}: Texts): string {
  const s = Math.max(0, Math.floor(seconds));
  const two = (large: number, name: string, rest: number, restName: string) =>
    rest === 0 ? `${large} ${name}` : `${large} ${name} ${rest} ${restName}`;
  if (s < MINUTE) return `${s} ${units.s}`;
  if (s < 10 * MINUTE) return two(Math.floor(s / MINUTE), units.min, s % MINUTE, units.s);
  if (s < HOUR) return `${Math.floor(s / MINUTE)} ${units.min}`;
  if (s < DAY) return two(Math.floor(s / HOUR), units.h, Math.floor((s % HOUR) / MINUTE), units.min);
  return two(Math.floor(s / DAY), units.d, Math.floor((s % DAY) / HOUR), units.h);
}

/** How long ago, or in how long, in one unit. */
export function ago(at: string | null, now: number, texts: Texts): string {
  if (at === null) return texts.ago.never;
  const seconds = (now - Date.parse(at)) / 1000;
  const length = Math.abs(seconds);
  if (length < 5) return texts.ago.now;
  const one = coarse(length, texts);
  return seconds > 0 ? texts.ago.ago(one) : texts.ago.in(one);
}

function coarse(seconds: number, {units}: Texts): string {
  if (seconds < MINUTE) return `${Math.floor(seconds)} ${units.s}`;
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} ${units.min}`;
  if (seconds < 2 * DAY) return `${Math.floor(seconds / HOUR)} ${units.h}`;
  return `${Math.floor(seconds / DAY)} ${units.d}`;
}

/** A moment for a table: the time of day, with the day if it is not today. */
export function moment(at: string, now: number, locale: string): string {
  const then = new Date(at);
  const time = then.toLocaleTimeString(locale, {hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false});
  return then.toDateString() === new Date(now).toDateString()
    ? time
    : `${then.toLocaleDateString(locale, {day: 'numeric', month: 'short'})} ${time.slice(0, 5)}`;
}

/** A moment in full, for the title of a short one. */
export function fullMoment(at: string, locale: string): string {
  return new Date(at).toLocaleString(locale, {dateStyle: 'full', timeStyle: 'long'});
}

export const figure = (n: number, locale: string) => n.toLocaleString(locale, {maximumFractionDigits: 1});

/** A word of the hub in the reader's language, itself if there is none. */
export const told = (word: string, words: Record<string, string>): string => words[word] ?? word;

/** The event's name in words; what stands behind its colon, an id of the source, stays out. */
export function eventWords(event: string, {events}: Texts): string {
  const name = event.split(':', 1)[0] ?? event;
  // A webhook is called as its system calls it.
  if (name.includes('.')) return events.pushed;
  return told(name, events);
}

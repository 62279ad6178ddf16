import type {Texts} from '../texts/en';
import {span} from '../parts/format';

const FORM = /^P(?=[0-9T])(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/;

/** Seconds of a duration such as PT30S or P1DT2H; null if it is none. */
export function seconds(duration: string): number | null {
  const found = FORM.exec(duration.trim());
  if (found === null) return null;
  const [days = 0, hours = 0, minutes = 0, rest = 0] = found.slice(1).map(part => Number(part || '0'));
  return ((days * 24 + hours) * 60 + minutes) * 60 + rest;
}

/** A duration in words, the text itself if it is none. */
export function durationWords(duration: string, texts: Texts): string {
  const length = seconds(duration);
  return length === null ? duration : span(length, texts);
}

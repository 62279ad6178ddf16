import {useSyncExternalStore} from 'react';

let now = Date.now();
const readers = new Set<() => void>();
let timer: number | undefined;

function subscribe(reader: () => void) {
  readers.add(reader);
  timer ??= window.setInterval(() => {
    now = Date.now();
    readers.forEach(r => r());
  }, 1000);
  return () => {
    readers.delete(reader);
    if (readers.size === 0) {
      window.clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The browser's time in milliseconds, moving every second; all readers share one clock. */
export const useNow = () => useSyncExternalStore(subscribe, () => now);

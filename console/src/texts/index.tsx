import {createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode} from 'react';
import {de} from './de';
import {en, type Texts} from './en';

export type Language = 'en' | 'de';

interface Spoken {
  language: Language;
  texts: Texts;
  speak: (language: Language) => void;
}

const KEY = 'kontor-language';
const SpokenContext = createContext<Spoken>({language: 'en', texts: en, speak: () => undefined});

/** The language chosen before, else the browser's. */
function firstLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  if (kept === 'en' || kept === 'de') return kept;
  return navigator.language.startsWith('de') ? 'de' : 'en';
}

export function TextsProvider({children}: {children: ReactNode}) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo<Spoken>(
    () => ({
      language,
      texts: language === 'de' ? de : en,
      speak: to => {
        localStorage.setItem(KEY, to);
        setLanguage(to);
      },
    }),
    [language],
  );
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

export const useLanguage = () => use(SpokenContext);

/** The catalogue of the language that the person reads. */
export const useTexts = () => use(SpokenContext).texts;

/** Picks the reader's language of what the hub gives in both. */
export function useTold() {
  const {language} = use(SpokenContext);
  return useCallback(<T,>(told: Record<Language, T>): T => told[language], [language]);
}

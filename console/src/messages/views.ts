import {readFilters, type Filters} from './filters';

export interface View {
  name: string;
  filters: Filters;
}

const KEY = 'kontor-views';

/** The views that this person saved in this browser. */
export function savedViews(user: string, storage: Storage): View[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(`${KEY}:${user}`) ?? '[]');
    return Array.isArray(kept)
      ? kept.filter(isView).map(v => ({name: v.name, filters: readFilters({...v.filters})}))
      : [];
  } catch {
    return [];
  }
}

function isView(value: unknown): value is View {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'filters' in value
  );
}

export function keepViews(user: string, views: View[], storage: Storage): void {
  storage.setItem(`${KEY}:${user}`, JSON.stringify(views));
}

/** The views with one more; a view of the same name is replaced. */
export const withView = (views: View[], view: View): View[] =>
  [...views.filter(v => v.name !== view.name), view].sort((a, b) => a.name.localeCompare(b.name));

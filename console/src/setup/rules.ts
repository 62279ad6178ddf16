import type {Rule, SettingProblem, Settings} from '../api/setup';
import type {Json} from '../api/types';

/** How a setting is filled in. */
export type Kind =
  | 'text'
  | 'secret'
  | 'number'
  | 'yesNo'
  | 'choice'
  | 'duration'
  | 'texts'
  | 'choices'
  | 'map'
  | 'object'
  | 'rows'
  | 'json';

const isPlainText = (rule: Rule) =>
  rule.type === 'string' ||
  (Array.isArray(rule.type) && rule.type.every(t => ['string', 'number', 'integer'].includes(t)));

export function kindOf(rule: Rule): Kind {
  if (rule.writeOnly === true) return 'secret';
  if (rule.enum !== undefined) return rule.enum.every(one => typeof one === 'string') ? 'choice' : 'json';
  if (rule.type === 'boolean') return 'yesNo';
  if (rule.type === 'number' || rule.type === 'integer') return 'number';
  if (rule.format === 'duration') return 'duration';
  if (isPlainText(rule)) return 'text';
  if (rule.type === 'array') return kindOfList(rule.items ?? {});
  if (rule.type !== 'object') return 'json';
  if (rule.properties !== undefined) return 'object';
  return typeof rule.additionalProperties === 'object' ? kindOfMap(rule.additionalProperties) : 'json';
}

function kindOfList(items: Rule): Kind {
  if (kindOf(items) === 'choice') return 'choices';
  if (isPlainText(items)) return 'texts';
  return kindOf(items) === 'object' ? 'rows' : 'json';
}

const kindOfMap = (values: Rule): Kind => (kindOf(values) === 'json' ? 'json' : 'map');

/** Names that the schema asks for, always or on some condition. */
function asked(rule: Rule): string[] {
  const parts = [...(rule.allOf ?? []), ...(rule.anyOf ?? []), rule.then, rule.else].filter(r => r !== undefined);
  return [...(rule.required ?? []), ...parts.flatMap(asked)];
}

/** The settings that stand in plain sight, and the others: neither needed nor set. In the schema's order. */
export function sorted(rule: Rule, settings: Settings, kept: readonly string[]): {first: string[]; more: string[]} {
  const needed = new Set(asked(rule));
  const isFirst = (name: string) => needed.has(name) || settings[name] !== undefined || kept.includes(`/${name}`);
  const names = Object.keys(rule.properties ?? {});
  return {first: names.filter(isFirst), more: names.filter(name => !isFirst(name))};
}

/** Where a setting stands within the draft. */
export type Path = readonly string[];

export const pathText = (path: Path) => path.join('.');

/** As JSON pointers name it. */
export const pointer = (path: Path) =>
  path.map(step => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const normal = (field: string) => field.replace(/\[([^\]]*)\]/g, '.$1');

/** The problems of a setting itself. */
export const problemsAt = (problems: readonly SettingProblem[], path: Path) =>
  problems.filter(p => normal(p.field) === pathText(path));

/** The problems of a setting and of all that stands within it. */
export function problemsWithin(problems: readonly SettingProblem[], path: Path): SettingProblem[] {
  const own = pathText(path);
  return problems.filter(p => normal(p.field) === own || normal(p.field).startsWith(`${own}.`));
}

/** What a problem says, with what to do. */
export const problemText = ({problem, remedy}: SettingProblem) => (remedy === '' ? problem : `${problem}; ${remedy}`);

/** Values by name with one put in or, if it is undefined, taken away. */
export function withValue(values: Settings, name: string, value: Json | undefined): Settings {
  return value === undefined ? without(values, name) : {...values, [name]: value};
}

/** Everything but what has that name. */
export const without = <T extends object>(of: T, name: string): T =>
  Object.fromEntries(Object.entries(of).filter(([other]) => other !== name)) as T;

/** What one of a kind is as it is added. */
export function emptyOf(rule: Rule): Json {
  const kind = kindOf(rule);
  if (kind === 'object' || kind === 'map') return {};
  return kind === 'rows' || kind === 'texts' || kind === 'choices' ? [] : '';
}

/** The values by name of what should have some. */
export const valuesOf = (value: Json | undefined): Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

/** The elements of what should have some. */
export const elementsOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

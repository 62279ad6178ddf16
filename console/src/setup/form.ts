import {createContext, use} from 'react';
import type {Rule, SettingProblem} from '../api/setup';
import type {Json} from '../api/types';
import {useTexts} from '../texts';
import {pathText, pointer, problemsAt, problemsWithin, problemText, type Path} from './rules';

/** What the fields of one form share. */
export interface Form {
  problems: readonly SettingProblem[];
  /** JSON pointers, within the settings, of the secrets that the hub keeps. */
  kept: readonly string[];
}

export const FormContext = createContext<Form>({problems: [], kept: []});

/** One setting: its rule, what it is now, and what is told of a change; undefined takes it away. */
export interface FieldProps {
  path: Path;
  rule: Rule;
  value: Json | undefined;
  required: boolean;
  onChange: (value: Json | undefined) => void;
  /** Without a label of its own, as beside a key. */
  bare?: boolean;
}

/** The id of a setting's control, to which what says what is wrong leads. */
export const controlId = (path: Path) => `setting-${pathText(path)}`;

export const nameOf = ({path, rule}: Pick<FieldProps, 'path' | 'rule'>) => rule.title ?? path.at(-1) ?? '';

/** What a field's control and what stands around it have in common. */
export function useField({path, rule, required, bare = false}: FieldProps) {
  const {setup: t} = useTexts();
  const {problems} = use(FormContext);
  const own = problemsAt(problems, path).map(problemText).join(' ');
  const otherwise = rule.default === undefined ? undefined : t.otherwise(plain(rule.default, t));
  const about = [rule.description, otherwise]
    .filter(text => text !== undefined)
    .map(sentence)
    .join(' ');
  return {
    id: controlId(path),
    ...(bare ? {'aria-label': nameOf({path, rule})} : {label: nameOf({path, rule})}),
    ...(about === '' || bare ? {} : {description: about}),
    ...(own === '' ? {} : {error: own}),
    ...(required && !bare ? {withAsterisk: true, 'aria-required': true} : {}),
  };
}

/** Descriptions stand one behind the other. */
const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** All that is wrong with a setting that is one control for a whole tree. */
export function useWithin(path: Path): string {
  const {problems} = use(FormContext);
  return problemsWithin(problems, path)
    .map(p => `${p.field}: ${problemText(p)}`)
    .join(' ');
}

/** Whether the hub keeps the secret at a path. */
export function useKept(path: Path): boolean {
  return use(FormContext).kept.includes(pointer(path.slice(1)));
}

/** A plain value as people read it. */
export function plain(value: Json, t: {yes: string; no: string; nothing: string}): string {
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (Array.isArray(value)) return value.length === 0 ? t.nothing : value.map(one => plain(one, t)).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

import type {Json, SettingSchema} from '../api/types';

/** One setting as it is shown; one that lies within others has their names before its own. */
export interface SettingLine {
  name: string;
  /** None if it is not set. */
  value?: string;
  about?: string;
}

/** What is set, in the schema's order, then what could be set. */
export function settingLines(settings: Record<string, Json>, schema: SettingSchema, within = ''): SettingLine[] {
  const known = Object.keys(schema.properties ?? {});
  const extra = Object.keys(settings).filter(name => !known.includes(name));
  const isSet = (name: string) => settings[name] !== undefined && settings[name] !== null;
  const names = [...known.filter(isSet), ...extra, ...known.filter(name => !isSet(name))];
  return names.flatMap(name => lines(`${within}${name}`, settings[name], schemaOf(name, schema)));
}

function lines(name: string, value: Json | undefined, schema: SettingSchema): SettingLine[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return settingLines(value, schema, `${name}.`);
  const about = schema.description ?? schema.title;
  const line = about === undefined ? {name} : {name, about};
  if (value === undefined || value === null) return [line];
  return [{...line, value: typeof value === 'object' ? JSON.stringify(value) : String(value)}];
}

function schemaOf(name: string, schema: SettingSchema): SettingSchema {
  const others = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
  return schema.properties?.[name] ?? others;
}

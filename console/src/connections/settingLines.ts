import type {Json, SettingSchema} from '../api/types';

/** One setting as it is shown: a value, or settings within it. */
export interface SettingLine {
  name: string;
  value?: string;
  inner?: {settings: Record<string, Json>; schema: SettingSchema};
  about?: string;
}

/** What is set, in the schema's order, then what could be set. */
export function settingLines(settings: Record<string, Json>, schema: SettingSchema): SettingLine[] {
  const known = Object.keys(schema.properties ?? {});
  const extra = Object.keys(settings).filter(name => !known.includes(name));
  const isSet = (name: string) => settings[name] !== undefined && settings[name] !== null;
  const names = [...known.filter(isSet), ...extra, ...known.filter(name => !isSet(name))];
  return names.map(name => line(name, settings[name], schemaOf(name, schema)));
}

function line(name: string, value: Json | undefined, schema: SettingSchema): SettingLine {
  const about = schema.description ?? schema.title;
  const told = about === undefined ? {name} : {name, about};
  if (value === undefined || value === null) return told;
  if (typeof value === 'object' && !Array.isArray(value)) return {...told, inner: {settings: value, schema}};
  return {...told, value: typeof value === 'object' ? JSON.stringify(value) : String(value)};
}

function schemaOf(name: string, schema: SettingSchema): SettingSchema {
  const others = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
  return schema.properties?.[name] ?? others;
}

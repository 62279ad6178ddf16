import {Button, Checkbox, TextInput} from '@mantine/core';
import {useState, type ReactNode} from 'react';
import type {Settings} from '../api/setup';
import type {Json} from '../api/types';
import {useTexts} from '../texts';
import {JsonField} from './controls';
import {Field} from './Field';
import {nameOf, useField, type FieldProps} from './form';
import {elementsOf, emptyOf, kindOf, valuesOf, withValue} from './rules';

/** Several controls under one name. */
function Group({of, tools, children}: {of: FieldProps; tools?: ReactNode; children: ReactNode}) {
  const {id, description, error, withAsterisk} = useField(of);
  return (
    <fieldset className="group" id={id} tabIndex={-1}>
      <legend>
        {nameOf(of)} {withAsterisk && <span className="bad">*</span>}
      </legend>
      {description !== undefined && <p className="dim about">{description}</p>}
      {error !== undefined && <p className="bad about">{error}</p>}
      {children}
      {tools !== undefined && <div className="row">{tools}</div>}
    </fieldset>
  );
}

/** Some of a few values. */
export function ChoicesField(props: FieldProps) {
  const values = (props.rule.items?.enum ?? []).map(String);
  const chosen = elementsOf(props.value).map(String);
  const put = (now: string[]) => props.onChange(now.length === 0 ? undefined : now);
  return (
    <Group of={props}>
      {values.map(value => (
        <Checkbox
          key={value}
          size="xs"
          label={value}
          checked={chosen.includes(value)}
          onChange={event =>
            put(event.currentTarget.checked ? [...chosen, value] : chosen.filter(other => other !== value))
          }
        />
      ))}
    </Group>
  );
}

/** Settings within a setting; one that need not be there is added and taken away as a whole. */
export function Branch(props: FieldProps) {
  const {setup: t} = useTexts();
  const {value, required, onChange} = props;
  const name = nameOf(props);
  if (value === undefined && !required) {
    return (
      <Group of={props} tools={<Button onClick={() => onChange({})}>{t.add(name)}</Button>}>
        {null}
      </Group>
    );
  }
  return (
    <Group of={props} tools={!required && <Button onClick={() => onChange(undefined)}>{t.remove(name)}</Button>}>
      <Fields of={props} values={valuesOf(value)} onChange={onChange} />
    </Group>
  );
}

interface FieldsProps {
  of: Pick<FieldProps, 'path' | 'rule'>;
  values: Settings;
  onChange: (values: Settings) => void;
  /** Those that are shown; all unless stated. */
  names?: readonly string[];
}

/** The settings of an object, one below the other. */
export function Fields({of: {path, rule}, values, onChange, names}: FieldsProps) {
  const rules = rule.properties ?? {};
  return (names ?? Object.keys(rules)).map(name => {
    const inner = rules[name];
    return (
      inner && (
        <Field
          key={name}
          path={[...path, name]}
          rule={inner}
          value={values[name]}
          required={rule.required?.includes(name) ?? false}
          onChange={value => onChange(withValue(values, name, value))}
        />
      )
    );
  });
}

/** A list of objects. */
export function RowsField(props: FieldProps) {
  const {setup: t} = useTexts();
  const rows = elementsOf(props.value);
  const items = props.rule.items ?? {};
  const put = (changed: Json[]) => props.onChange(changed.length === 0 && !props.required ? undefined : changed);
  return (
    <AsText of={props}>
      <Group of={props} tools={<Button onClick={() => put([...rows, {}])}>{t.add(t.row)}</Button>}>
        {rows.map((row, index) => (
          // A row has no name of its own.
          <div className="entry" key={index} role="group" aria-label={`${nameOf(props)} ${index + 1}`}>
            <div className="entry-fields">
              <Fields
                of={{path: [...props.path, String(index)], rule: items}}
                values={valuesOf(row)}
                onChange={changed => put(rows.map((other, i) => (i === index ? changed : other)))}
              />
            </div>
            <Button size="compact-xs" onClick={() => put(rows.filter((_, i) => i !== index))}>
              {t.removeRow(index + 1)}
            </Button>
          </div>
        ))}
      </Group>
    </AsText>
  );
}

/** Values under names that the person gives. */
export function MapField(props: FieldProps) {
  const {setup: t} = useTexts();
  const rule = typeof props.rule.additionalProperties === 'object' ? props.rule.additionalProperties : {};
  const [entries, setEntries] = useState(() => Object.entries(valuesOf(props.value)));
  const put = (changed: [string, Json][]) => {
    setEntries(changed);
    const named = changed.filter(([key]) => key !== '');
    props.onChange(named.length === 0 && !props.required ? undefined : Object.fromEntries(named));
  };
  const change = (index: number, entry: [string, Json]) =>
    put(entries.map((other, i) => (i === index ? entry : other)));
  const nested = ['object', 'map', 'rows'].includes(kindOf(rule));
  return (
    <AsText of={props}>
      <Group
        of={props}
        tools={<Button onClick={() => put([...entries, ['', emptyOf(rule)]])}>{t.add(t.entry)}</Button>}
      >
        {entries.map(([key, value], index) => (
          // An entry's name changes as it is typed.
          <div className={nested ? 'entry nested' : 'entry'} key={index}>
            <TextInput
              aria-label={t.keyOf(nameOf(props), index + 1)}
              placeholder={t.key}
              value={key}
              error={entries.some(([other], i) => i < index && other === key && key !== '') ? t.twice : undefined}
              onChange={event => change(index, [event.currentTarget.value, value])}
            />
            <Field
              path={[...props.path, key === '' ? String(index + 1) : key]}
              rule={rule}
              value={value}
              required
              bare={!nested}
              onChange={changed => change(index, [key, changed ?? emptyOf(rule)])}
            />
            <Button size="compact-xs" onClick={() => put(entries.filter((_, i) => i !== index))}>
              {t.removeEntry(key)}
            </Button>
          </div>
        ))}
      </Group>
    </AsText>
  );
}

/** What is easier pasted than filled in can be turned into text and back. */
function AsText({of, children}: {of: FieldProps; children: ReactNode}) {
  const {setup: t} = useTexts();
  const [asText, setAsText] = useState(false);
  if (of.path.length > 2) return children;
  return (
    <div className="as-text">
      {asText ? <JsonField {...of} /> : children}
      <Button
        size="compact-xs"
        disabled={asText && typeof of.value === 'string'}
        onClick={() => setAsText(!asText)}
        aria-label={`${nameOf(of)}: ${asText ? t.toForm : t.toText}`}
      >
        {asText ? t.toForm : t.toText}
      </Button>
    </div>
  );
}

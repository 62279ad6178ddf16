import {Button, Checkbox, PasswordInput, Select, Textarea, TextInput} from '@mantine/core';
import {useState} from 'react';
import {useTexts} from '../texts';
import {durationWords, seconds} from './durations';
import {plain, useField, useKept, useWithin, type FieldProps} from './form';
import {elementsOf} from './rules';

const shown = (value: FieldProps['value']) =>
  value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

const orNothing = (text: string) => (text === '' ? undefined : text);

/** A text in one line. */
export function TextField(props: FieldProps) {
  return (
    <TextInput
      {...useField(props)}
      value={shown(props.value)}
      onChange={event => props.onChange(orNothing(event.currentTarget.value))}
    />
  );
}

/** A secret: never shown again; left empty the one that is kept stays. */
export function SecretField(props: FieldProps) {
  const {setup: t} = useTexts();
  const kept = useKept(props.path);
  const {value, onChange} = props;
  return (
    <div className="secret">
      <PasswordInput
        {...useField(props)}
        autoComplete="off"
        placeholder={value === null ? t.secretRemoved : kept ? t.secretKept : ''}
        value={shown(value)}
        visibilityToggleButtonProps={{'aria-label': t.showSecret}}
        onChange={event => onChange(orNothing(event.currentTarget.value))}
      />
      {kept && !props.required && (
        <Button size="compact-xs" onClick={() => onChange(value === null ? undefined : null)}>
          {value === null ? t.keepSecret : t.removeSecret}
        </Button>
      )}
    </div>
  );
}

export function NumberField(props: FieldProps) {
  const [text, setText] = useState(shown(props.value));
  return (
    <TextInput
      {...useField(props)}
      inputMode="decimal"
      value={text}
      onChange={event => {
        const typed = event.currentTarget.value;
        setText(typed);
        props.onChange(typed === '' ? undefined : Number.isFinite(Number(typed)) ? Number(typed) : typed);
      }}
    />
  );
}

export function YesNo(props: FieldProps) {
  // A box that is not ticked is an answer, too.
  const field = useField({...props, required: false});
  const checked = props.value ?? props.rule.default ?? false;
  return (
    <Checkbox
      size="xs"
      {...field}
      checked={checked === true}
      onChange={event => props.onChange(event.currentTarget.checked)}
    />
  );
}

/** One of a few values. */
export function Choice(props: FieldProps) {
  const {setup: t} = useTexts();
  const {rule, value, required, onChange} = props;
  return (
    <Select
      {...useField(props)}
      data={(rule.enum ?? []).map(String)}
      placeholder={rule.default === undefined ? t.notSet : plain(rule.default, t)}
      value={typeof value === 'string' ? value : null}
      clearable={!required}
      clearButtonProps={{'aria-label': t.clear}}
      onChange={chosen => onChange(chosen ?? undefined)}
    />
  );
}

/** A length of time as ISO 8601 writes it, said in words as it is typed. */
export function DurationField(props: FieldProps) {
  const texts = useTexts();
  const {description, ...field} = useField(props);
  const text = shown(props.value);
  const means =
    text === ''
      ? texts.setup.duration
      : seconds(text) === null
        ? texts.setup.noDuration
        : `= ${durationWords(text, texts)}`;
  return (
    <TextInput
      {...field}
      description={[description, means].filter(Boolean).join(' ')}
      value={text}
      onChange={event => props.onChange(orNothing(event.currentTarget.value.trim()))}
    />
  );
}

/** Texts, one in each line. */
export function TextsField(props: FieldProps) {
  const {setup: t} = useTexts();
  const [text, setText] = useState(elementsOf(props.value).map(shown).join('\n'));
  const {description, ...field} = useField(props);
  const wrong = useWithin(props.path);
  return (
    <Textarea
      {...field}
      {...(wrong === '' ? {} : {error: wrong})}
      description={[description, t.onePerLine].filter(Boolean).join(' ')}
      rows={Math.min(6, Math.max(2, text.split('\n').length))}
      value={text}
      onChange={event => {
        setText(event.currentTarget.value);
        const lines = event.currentTarget.value
          .split('\n')
          .map(line => line.trim())
          .filter(line => line !== '');
        props.onChange(lines.length === 0 ? undefined : lines);
      }}
    />
  );
}

/** Whatever has no better form, as JSON. What is none is handed on as it is, for the hub to refuse. */
export function JsonField(props: FieldProps) {
  const {setup: t} = useTexts();
  const [text, setText] = useState(props.value === undefined ? '' : JSON.stringify(props.value, null, 2));
  const {description, error, ...field} = useField(props);
  const wrong = useWithin(props.path);
  const broken = text.trim() !== '' && !isJson(text);
  return (
    <Textarea
      {...field}
      error={broken ? t.noJson : wrong === '' ? error : wrong}
      description={[description, t.asJson].filter(Boolean).join(' ')}
      classNames={{input: 'code'}}
      rows={Math.min(16, Math.max(3, text.split('\n').length))}
      spellCheck={false}
      value={text}
      onChange={event => {
        const typed = event.currentTarget.value;
        setText(typed);
        if (typed.trim() === '') props.onChange(undefined);
        else props.onChange(isJson(typed) ? (JSON.parse(typed) as FieldProps['value']) : typed);
      }}
    />
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

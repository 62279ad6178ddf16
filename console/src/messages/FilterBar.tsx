import {Button, Select, TextInput} from '@mantine/core';
import {useDebouncedCallback} from '@mantine/hooks';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {overviewQuery, useCan} from '../api/queries';
import {STATES} from '../api/types';
import {useTexts} from '../texts';
import {isEmpty, localMoment, withFilter, type Filters} from './filters';

interface Props {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

export function FilterBar({filters, onChange}: Props) {
  const texts = useTexts();
  const can = useCan();
  const flows = useQuery(overviewQuery).data?.flows ?? [];
  const {messages: t} = texts;
  const set = (name: keyof Filters, value: string | null) => onChange(withFilter(filters, name, value));
  return (
    <div className="filters">
      <Word name="number" label={t.number} hint={t.numberHint} filters={filters} onChange={set} />
      <Select
        label={t.flow}
        placeholder={t.anyFlow}
        clearable
        value={filters.flow ?? null}
        onChange={value => set('flow', value)}
        data={flows.map(f => f.name)}
      />
      <MomentField name="from" label={t.from} filters={filters} onChange={set} />
      <MomentField name="to" label={t.to} filters={filters} onChange={set} />
      <Select
        label={t.fault}
        clearable
        searchable
        value={filters.fault ?? null}
        onChange={value => set('fault', value)}
        data={Object.entries(texts.outcome).map(([value, label]) => ({value, label}))}
      />
      <Word name="text" label={t.text} filters={filters} onChange={set} />
      {can('personal') && <Word name="email" label={t.email} filters={filters} onChange={set} />}
      <States filters={filters} onChange={onChange} />
      {!isEmpty(filters) && (
        <Button variant="subtle" onClick={() => onChange({})}>
          {t.clear}
        </Button>
      )}
    </div>
  );
}

function States({filters, onChange}: Props) {
  const texts = useTexts();
  const chosen = filters.state ?? [];
  return (
    <div className="states" role="group" aria-label={texts.messages.state}>
      {STATES.map(state => (
        <button
          key={state}
          type="button"
          aria-pressed={chosen.includes(state)}
          title={texts.stateMeans[state]}
          onClick={() => {
            const states = chosen.includes(state) ? chosen.filter(s => s !== state) : [...chosen, state];
            onChange(withFilter(filters, 'state', states));
          }}
        >
          {texts.states[state]}
        </button>
      ))}
    </div>
  );
}

interface FieldProps {
  name: 'number' | 'text' | 'email' | 'from' | 'to';
  label: string;
  hint?: string;
  filters: Filters;
  onChange: (name: keyof Filters, value: string | null) => void;
}

/** A field that narrows the list while one types. */
function Word({name, label, hint, filters, onChange}: FieldProps) {
  const outside = filters[name] ?? '';
  const [typed, setTyped] = useState({outside, text: outside});
  const tell = useDebouncedCallback((value: string) => onChange(name, value), 250);
  // Another view was chosen meanwhile: it counts, not what was typed.
  if (typed.outside !== outside) setTyped({outside, text: outside});
  return (
    <TextInput
      label={label}
      {...(hint === undefined ? {} : {placeholder: hint})}
      className={name}
      value={typed.text}
      onChange={event => {
        setTyped({outside, text: event.currentTarget.value});
        tell(event.currentTarget.value);
      }}
    />
  );
}

function MomentField({name, label, filters, onChange}: FieldProps & {name: 'from' | 'to'}) {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      value={localMoment(filters[name])}
      onChange={event => onChange(name, event.currentTarget.value)}
    />
  );
}

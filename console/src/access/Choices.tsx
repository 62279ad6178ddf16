import {Checkbox} from '@mantine/core';

interface Props<Value extends string> {
  label: string;
  values: readonly Value[];
  name: (value: Value) => string;
  chosen: Value[];
  onChange: (chosen: Value[]) => void;
}

/** Several of a few values. */
export function Choices<Value extends string>({label, values, name, chosen, onChange}: Props<Value>) {
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {values.map(value => (
        <Checkbox
          key={value}
          size="xs"
          label={name(value)}
          checked={chosen.includes(value)}
          onChange={event =>
            onChange(event.currentTarget.checked ? [...chosen, value] : chosen.filter(other => other !== value))
          }
        />
      ))}
    </fieldset>
  );
}

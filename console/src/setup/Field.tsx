import {Choice, DurationField, JsonField, NumberField, SecretField, TextField, TextsField, YesNo} from './controls';
import {Branch, ChoicesField, MapField, RowsField} from './groups';
import type {FieldProps} from './form';
import {kindOf, type Kind} from './rules';

const CONTROLS: Record<Kind, (props: FieldProps) => React.ReactNode> = {
  text: TextField,
  secret: SecretField,
  number: NumberField,
  yesNo: YesNo,
  choice: Choice,
  duration: DurationField,
  texts: TextsField,
  choices: ChoicesField,
  map: MapField,
  object: Branch,
  rows: RowsField,
  json: JsonField,
};

/** One setting, filled in as its rule asks. */
export function Field(props: FieldProps) {
  const Control = CONTROLS[kindOf(props.rule)];
  return <Control {...props} />;
}

import {Button, Checkbox, TextInput} from '@mantine/core';
import {useQueryClient} from '@tanstack/react-query';
import {useState, type ReactNode} from 'react';
import type {FlowValues, SetUpFlow, Window} from '../api/setup';
import {ReasonDialog} from '../parts/ReasonDialog';
import {useTexts} from '../texts';
import {stored} from './changes';
import {durationWords, seconds} from './durations';
import {changing, offered, valueText, withChanges, type Changes} from './flowValues';

/** Changes a flow's settings and takes changes back; only what differs is stored. */
export function FlowDialog({flow, onClose}: {flow: SetUpFlow; onClose: () => void}) {
  const {setup: t, common} = useTexts();
  const client = useQueryClient();
  const [changes, setChanges] = useState<Changes>({});
  const [takenBack, setTakenBack] = useState(0);
  const values = withChanges(flow, changes);
  const change = <Name extends keyof FlowValues>(name: Name, value: FlowValues[Name] | null) =>
    setChanges(changing(flow, changes, name, value));
  const shown = offered(flow);
  const valid =
    seconds(values.poll) !== null &&
    (values.sla === null || seconds(values.sla) !== null) &&
    values.quiet.every(isWhole);
  return (
    <ReasonDialog
      title={t.settingsOf(flow.name)}
      action={common.save}
      complete={Object.keys(changes).length > 0 && valid}
      act={reason => stored(client, `/setup/flows/${encodeURIComponent(flow.name)}`, {...changes, reason})}
      onClose={onClose}
    >
      {shown.map(name => (
        <Setting
          key={`${name} ${takenBack}`}
          flow={flow}
          name={name}
          isTakenBack={changes[name] === null}
          onTakeBack={() => {
            change(name, null);
            setTakenBack(takenBack + 1);
          }}
        >
          {name === 'enabled' || name === 'dryRun' ? (
            <Checkbox
              size="xs"
              label={t.values[name]}
              description={t.mean[name]}
              checked={values[name]}
              onChange={event => change(name, event.currentTarget.checked)}
            />
          ) : name === 'quiet' ? (
            <Quiet windows={values.quiet} onChange={quiet => change('quiet', quiet)} />
          ) : (
            <Time name={name} value={values[name] ?? ''} onChange={value => change(name, value)} />
          )}
        </Setting>
      ))}
    </ReasonDialog>
  );
}

const isWhole = ({from, to}: Window) => from !== '' && to !== '';

interface SettingProps {
  flow: SetUpFlow;
  name: keyof FlowValues;
  isTakenBack: boolean;
  onTakeBack: () => void;
  children: ReactNode;
}

/** A setting, and what holds again once a change of it is taken back. */
function Setting({flow, name, isTakenBack, onTakeBack, children}: SettingProps) {
  const texts = useTexts();
  const {setup: t} = texts;
  const otherwise = valueText(name, {...flow, values: flow.otherwise}, texts);
  return (
    <div className="flow-setting">
      {children}
      {flow.changed.includes(name) && (
        <p className="row about">
          <span className="changed">{isTakenBack ? t.holdsAgain(otherwise) : t.changedHere(otherwise)}</span>
          {!isTakenBack && (
            <Button size="compact-xs" onClick={onTakeBack} aria-label={`${t.takeBack}: ${t.values[name]}`}>
              {t.takeBack}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

interface TimeProps {
  name: 'poll' | 'reconcile' | 'sla';
  value: string;
  onChange: (value: string | null) => void;
}

/** A time of day or a length of time. Emptied, what holds without the console holds again; a poll needs one. */
function Time({name, value, onChange}: TimeProps) {
  const texts = useTexts();
  const {setup: t} = texts;
  const [text, setText] = useState(value);
  const ofDay = name === 'reconcile';
  const known = seconds(text) !== null;
  const means = ofDay ? '' : known ? ` = ${durationWords(text, texts)}` : ` ${t.duration}`;
  return (
    <TextInput
      {...(ofDay ? {type: 'time'} : {})}
      label={t.values[name]}
      description={t.mean[name] + means}
      error={!ofDay && !known && (text !== '' || name === 'poll') ? t.noDuration : undefined}
      value={text}
      onChange={event => {
        const typed = event.currentTarget.value.trim();
        setText(typed);
        onChange(typed === '' && name !== 'poll' ? null : typed);
      }}
    />
  );
}

function Quiet({windows, onChange}: {windows: Window[]; onChange: (windows: Window[]) => void}) {
  const {setup: t} = useTexts();
  const put = (index: number, part: Partial<Window>) =>
    onChange(windows.map((window, i) => (i === index ? {...window, ...part} : window)));
  return (
    <fieldset className="group">
      <legend>{t.values.quiet}</legend>
      <p className="dim about">{t.mean.quiet}</p>
      {windows.map((window, index) => (
        // A window has no name of its own.
        <div className="row" key={index}>
          {(['from', 'to'] as const).map(end => (
            <TextInput
              key={end}
              type="time"
              aria-label={t.windowEnd[end](index + 1)}
              value={window[end]}
              onChange={event => put(index, {[end]: event.currentTarget.value})}
            />
          ))}
          <Button size="compact-xs" onClick={() => onChange(windows.filter((_, i) => i !== index))}>
            {t.removeRow(index + 1)}
          </Button>
        </div>
      ))}
      <div>
        <Button size="compact-xs" onClick={() => onChange([...windows, {from: '', to: ''}])}>
          {t.add(t.window)}
        </Button>
      </div>
    </fieldset>
  );
}

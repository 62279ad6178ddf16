import {Button, Select, TextInput} from '@mantine/core';
import {useMutation, useQueryClient} from '@tanstack/react-query';
import {useBlocker, useNavigate} from '@tanstack/react-router';
import {useRef, useState} from 'react';
import {call} from '../api/call';
import type {Checked, Draft, System} from '../api/setup';
import {Section} from '../parts/Section';
import {useTexts} from '../texts';
import {stored} from './changes';
import {isName, NO_VERDICT, verdictOf, type Verdict} from './draft';
import {controlId, FormContext} from './form';
import {Fields} from './groups';
import {problemsAt, problemsWithin, problemText, sorted} from './rules';
import {VerdictList} from './VerdictList';

interface Props {
  system: System;
  first: Draft;
  /** Names that another connection has; null where the name stays. */
  taken: readonly string[] | null;
  kept: readonly string[];
  onOtherSystem?: () => void;
}

/** A connection's settings, tried before they are kept. What is typed stays, whatever the hub tells meanwhile. */
export function ConnectionForm({system, first, taken, kept, onOtherSystem}: Props) {
  const {setup: t, common} = useTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [begun] = useState(first);
  const [draft, setDraft] = useState(begun);
  const [reason, setReason] = useState('');
  const [verdict, setVerdict] = useState<Verdict>(NO_VERDICT);
  const [order] = useState(() => sorted(system.schema, begun.settings, kept));
  const [open, setOpen] = useState(false);
  const isKept = useRef(false);
  const judge = (judged: Verdict) => {
    setVerdict(judged);
    if (order.more.some(name => problemsWithin(judged.problems, ['settings', name]).length > 0)) setOpen(true);
  };
  useBlocker({
    shouldBlockFn: () => draft !== begun && !isKept.current && !window.confirm(t.leave),
    enableBeforeUnload: () => draft !== begun && !isKept.current,
  });
  const test = useMutation({
    mutationFn: () => call<Checked>('POST', '/setup/check', draft),
    onSuccess: checked => judge({...checked, error: null}),
    onError: e => judge(verdictOf(e)),
  });
  const save = useMutation({
    mutationFn: () =>
      stored(client, `/setup/connections/${encodeURIComponent(draft.name)}`, {...draft, reason: reason.trim()}),
    onSuccess: () => {
      isKept.current = true;
      void navigate({to: '/setup'});
    },
    onError: e => judge(verdictOf(e)),
  });
  const {problems} = verdict;
  const settings = {path: ['settings'], rule: system.schema};
  const put = (part: Partial<Draft>) => setDraft({...draft, ...part});
  const fields = (names: string[]) => (
    <Fields of={settings} names={names} values={draft.settings} onChange={changed => put({settings: changed})} />
  );
  const complete = isName(draft.name) && !(taken?.includes(draft.name) ?? false);
  return (
    <FormContext value={{problems, kept}}>
      <form className="setup-form" noValidate onSubmit={event => event.preventDefault()}>
        <div>
          <Section title={system.title} aside={onOtherSystem && <Other onClick={onOtherSystem} />}>
            <Head draft={draft} taken={taken} problems={problems} onChange={put} />
            {fields(order.first)}
          </Section>
          {order.more.length > 0 && (
            <details open={open} onToggle={event => setOpen(event.currentTarget.open)} className="more-settings">
              <summary>{t.more(order.more.length)}</summary>
              {fields(order.more)}
            </details>
          )}
        </div>
        <div className="setup-side">
          <Section title={t.test}>
            <p className="dim about">{t.testMeans}</p>
            <Button loading={test.isPending} disabled={!complete} onClick={() => test.mutate()}>
              {t.testIt}
            </Button>
            <VerdictList verdict={verdict} />
          </Section>
          <Section title={common.save}>
            <TextInput
              label={common.reason}
              description={common.reasonHint}
              value={reason}
              withAsterisk
              onChange={event => setReason(event.currentTarget.value)}
            />
            <Button
              variant="filled"
              disabled={!complete || reason.trim() === ''}
              loading={save.isPending}
              onClick={() => save.mutate()}
            >
              {common.save}
            </Button>
          </Section>
        </div>
      </form>
    </FormContext>
  );
}

function Other({onClick}: {onClick: () => void}) {
  const {setup: t} = useTexts();
  return (
    <Button size="compact-xs" onClick={onClick}>
      {t.otherSystem}
    </Button>
  );
}

interface HeadProps extends Pick<Props, 'taken'> {
  draft: Draft;
  problems: Verdict['problems'];
  onChange: (part: Partial<Draft>) => void;
}

/** What every connection has, whatever its system. */
function Head({draft, taken, problems, onChange}: HeadProps) {
  const {setup: t} = useTexts();
  const wrong = (field: string) => problemsAt(problems, [field]).map(problemText).join(' ') || undefined;
  const unfit = draft.name !== '' && !isName(draft.name) ? t.nameForm : undefined;
  const used = taken?.includes(draft.name) === true ? t.nameTaken : undefined;
  return (
    <>
      <TextInput
        id={controlId(['name'])}
        label={t.name}
        description={t.nameMeans}
        error={unfit ?? used ?? wrong('name')}
        value={draft.name}
        readOnly={taken === null}
        withAsterisk
        onChange={event => onChange({name: event.currentTarget.value})}
      />
      <Select
        id={controlId(['zone'])}
        label={t.zone}
        description={t.zoneMeans}
        error={wrong('zone')}
        data={Intl.supportedValuesOf('timeZone')}
        searchable
        limit={40}
        value={draft.zone}
        allowDeselect={false}
        onChange={zone => zone !== null && onChange({zone})}
      />
      <TextInput
        id={controlId(['referencePrefix'])}
        label={t.prefix}
        description={t.prefixOf}
        error={wrong('referencePrefix')}
        value={draft.referencePrefix}
        onChange={event => onChange({referencePrefix: event.currentTarget.value})}
      />
    </>
  );
}

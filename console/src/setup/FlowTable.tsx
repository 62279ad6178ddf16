import {Button} from '@mantine/core';
import {useMemo, useState, type ReactNode} from 'react';
import type {FlowValues, SetUpFlow} from '../api/setup';
import {DataTable, type Column} from '../parts/DataTable';
import {Section} from '../parts/Section';
import {Mark} from '../parts/StateMark';
import {useTexts} from '../texts';
import type {Texts} from '../texts/en';
import {FlowDialog} from './FlowDialog';
import {SwitchDialog} from './SwitchDialog';
import {valueText} from './flowValues';

type Asked = {what: 'switch' | 'settings'; flow: string};

/** The flows with their settings; what was changed here is marked. */
export function FlowTable({flows}: {flows: SetUpFlow[]}) {
  const texts = useTexts();
  const {setup: t} = texts;
  const [asked, setAsked] = useState<Asked | null>(null);
  const columns = useMemo(() => flowColumns(texts, setAsked), [texts]);
  const flow = flows.find(f => f.name === asked?.flow);
  const close = () => setAsked(null);
  return (
    <Section title={t.flows} aside={<span className="dim">{t.changedHint}</span>}>
      {flows.length === 0 ? (
        <p className="dim">{t.noFlows}</p>
      ) : (
        <DataTable label={t.flows} columns={columns} rows={flows} rowId={f => f.name} />
      )}
      {flow && asked?.what === 'switch' && <SwitchDialog flow={flow} onClose={close} />}
      {flow && asked?.what === 'settings' && <FlowDialog flow={flow} onClose={close} />}
    </Section>
  );
}

function flowColumns(texts: Texts, ask: (asked: Asked) => void): Column<SetUpFlow>[] {
  const {setup: t} = texts;
  const value = (name: keyof FlowValues, wide = true): Column<SetUpFlow> => ({
    id: name,
    header: t.values[name],
    meta: {wide},
    cell: c => (
      <Value flow={c.row.original} name={name}>
        {valueText(name, c.row.original, texts)}
      </Value>
    ),
  });
  return [
    {id: 'flow', header: t.col.flow, cell: c => <span className="strong">{c.row.original.name}</span>},
    {
      id: 'way',
      header: t.col.way,
      meta: {wide: true, fill: true},
      cell: c => <span className="dim">{`${c.row.original.from} → ${c.row.original.to}`}</span>,
    },
    {
      id: 'enabled',
      header: t.values.enabled,
      cell: c => (
        <Value flow={c.row.original} name="enabled">
          <Mark tone={c.row.original.values.enabled ? 'good' : 'quiet'}>
            {c.row.original.values.enabled ? t.on : t.off}
          </Mark>
        </Value>
      ),
    },
    value('dryRun'),
    value('poll'),
    value('quiet'),
    value('reconcile'),
    value('sla'),
    {
      id: 'tools',
      header: '',
      cell: c => {
        const {name, values} = c.row.original;
        return (
          <span className="row tight tools">
            <Button size="compact-xs" onClick={() => ask({what: 'switch', flow: name})}>
              {values.enabled ? t.switchOff : t.switchOn}
            </Button>
            <Button size="compact-xs" onClick={() => ask({what: 'settings', flow: name})}>
              {t.settings}
            </Button>
          </span>
        );
      },
    },
  ];
}

/** A value, marked where it was changed here. */
function Value({flow, name, children}: {flow: SetUpFlow; name: keyof FlowValues; children: ReactNode}) {
  const texts = useTexts();
  if (!flow.changed.includes(name)) return children;
  const otherwise = valueText(name, {...flow, values: flow.otherwise}, texts);
  return (
    <span className="changed" title={texts.setup.changedHere(otherwise)}>
      {children}
    </span>
  );
}

import {Select, TextInput} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {call} from '../api/call';
import {overviewQuery} from '../api/queries';
import type {Crossref} from '../api/types';
import {ReasonDialog} from '../parts/ReasonDialog';
import {useTexts} from '../texts';

const ENTITIES = ['order', 'customer', 'product'];

/** Links two documents, corrects a link, or removes it. */
export function LinkDialog({
  what,
  link: before,
  onClose,
}: {
  what: 'link' | 'unlink';
  link: Crossref;
  onClose: () => void;
}) {
  const texts = useTexts();
  const {masterData: t} = texts;
  const [link, setLink] = useState(before);
  const systems = (useQuery(overviewQuery).data?.connections ?? []).map(c => c.name);
  const isNew = before.source === '';
  // Another number is another document: its id is looked up there.
  const set = (name: keyof Crossref, value: string | null) =>
    setLink({...link, ...(name === 'number' ? {targetId: ''} : {}), [name]: value ?? ''});
  const system = (name: 'source' | 'target') => (
    <Select label={t.col[name]} data={systems} value={link[name]} readOnly={!isNew} onChange={v => set(name, v)} />
  );
  const word = (name: 'sourceId' | 'targetId' | 'number', readOnly: boolean) => (
    <TextInput
      label={t.col[name]}
      value={link[name] ?? ''}
      readOnly={readOnly}
      onChange={event => set(name, event.currentTarget.value)}
    />
  );
  const number = link.number?.trim() ?? '';
  const complete =
    [link.source, link.target, link.sourceId].every(v => v !== '') && (link.targetId !== '' || number !== '');
  const body = {...link, targetId: link.targetId === '' ? null : link.targetId, number: number === '' ? null : number};
  return (
    <ReasonDialog
      title={what === 'unlink' ? t.unlink : isNew ? t.newLink : t.correct}
      danger={what === 'unlink'}
      complete={complete}
      act={reason => call(what === 'link' ? 'POST' : 'DELETE', '/crossrefs', {...body, reason})}
      onClose={onClose}
    >
      <Select
        label={t.col.entity}
        data={[...new Set([before.entity, ...ENTITIES])].map(value => ({value, label: texts.entity(value)}))}
        value={link.entity}
        readOnly={!isNew}
        allowDeselect={false}
        onChange={v => set('entity', v)}
      />
      {system('source')}
      {word('sourceId', !isNew)}
      {system('target')}
      {word('number', what === 'unlink')}
      {word('targetId', what === 'unlink')}
    </ReasonDialog>
  );
}

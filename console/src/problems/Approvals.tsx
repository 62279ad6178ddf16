import {Button} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useMemo, useState} from 'react';
import {call} from '../api/call';
import {approvalsQuery, sessionQuery, useCan} from '../api/queries';
import type {Approval} from '../api/types';
import {DataTable, type Column} from '../parts/DataTable';
import {Ago} from '../parts/Moment';
import {ReasonDialog} from '../parts/ReasonDialog';
import {Section} from '../parts/Section';
import {useTexts} from '../texts';

/** Decisions about money that a second person has to approve. */
export function Approvals() {
  const texts = useTexts();
  const approvals = useQuery(approvalsQuery).data ?? [];
  const columns = useMemo((): Column<Approval>[] => {
    const {col, about} = texts.problems;
    return [
      {id: 'action', header: col.action, cell: c => <b>{texts.actions[c.row.original.action]}</b>},
      {id: 'about', header: col.about, cell: c => about(c.row.original.messages.length, c.row.original.number)},
      {id: 'by', header: col.by, cell: c => c.row.original.by},
      {id: 'at', header: col.at, meta: {wide: true}, cell: c => <Ago at={c.row.original.at} />},
      {id: 'reason', header: col.reason, meta: {fill: true}, cell: c => c.row.original.reason},
      {id: 'settle', header: '', cell: c => <Settle approval={c.row.original} />},
    ];
  }, [texts]);
  if (approvals.length === 0) return null;
  return (
    <Section title={texts.problems.approvals}>
      <DataTable label={texts.problems.approvals} columns={columns} rows={approvals} rowId={a => String(a.id)} />
    </Section>
  );
}

function Settle({approval}: {approval: Approval}) {
  const {problems: t} = useTexts();
  const can = useCan();
  const session = useQuery(sessionQuery).data;
  const [approve, setApprove] = useState<boolean | null>(null);
  if (!can('decide')) return null;
  if (approval.by === session?.user || approval.by === session?.name) return <span className="dim">{t.own}</span>;
  return (
    <span className="row">
      <Button size="compact-xs" onClick={() => setApprove(true)}>
        {t.approve}
      </Button>
      <Button size="compact-xs" onClick={() => setApprove(false)}>
        {t.refuse}
      </Button>
      {approve !== null && (
        <ReasonDialog
          title={approve ? t.approve : t.refuse}
          explanation={approval.reason}
          act={reason => call('POST', `/approvals/${approval.id}`, {approve, reason})}
          onClose={() => setApprove(null)}
        />
      )}
    </span>
  );
}

import {Button} from '@mantine/core';
import {useMutation, useQueryClient} from '@tanstack/react-query';
import type {KeyboardEvent} from 'react';
import {call} from '../api/call';
import {alertsQuery, useCan} from '../api/queries';
import type {Alert} from '../api/types';
import {Ago, Moment} from '../parts/Moment';
import {Mark} from '../parts/StateMark';
import {tell, tellKept} from '../parts/tell';
import {useTexts, useTold} from '../texts';
import {tellings, wayOf, type Telling} from './standing';

/** One alert that stands: what it says, whom it reached, and what can be done. The keys are Enter and q. */
export function Standing({alert}: {alert: Alert}) {
  const texts = useTexts();
  const {alerts: t} = texts;
  const said = useTold()(alert);
  const can = useCan();
  const acknowledge = useAcknowledge(alert);
  const mayAcknowledge = can('decide') && alert.acknowledged === null;
  const way = wayOf(alert.page);
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' && way !== null) window.location.hash = `/${alert.page}`;
    else if (event.key === 'q' && mayAcknowledge && !acknowledge.isPending) acknowledge.mutate();
  };
  return (
    // A row as those of tables are, reached by j and k.
    <li data-row tabIndex={0} aria-label={said.title} onKeyDown={onKey} data-severity={alert.severity}>
      <div className="alert-said">
        <h3>
          <Mark tone={alert.severity === 'urgent' ? 'bad' : 'wait'}>{said.title}</Mark>{' '}
          <span className="dim">{t.severity[alert.severity]}</span>
        </h3>
        <p>{said.effect}</p>
        <p className="dim">{said.what}</p>
        <p className="strong">{said.todo}</p>
        <p className="dim about">
          <span>
            {t.since} <Moment at={alert.since ?? alert.opened} /> (<Ago at={alert.since ?? alert.opened} />)
          </span>
          <Told tellings={tellings(alert.deliveries)} />
          {alert.acknowledgedBy !== null && (
            <span className="strong">
              {t.acknowledged(alert.acknowledgedBy)} <Ago at={alert.acknowledged} />
            </span>
          )}
        </p>
      </div>
      <div className="alert-tools">
        {way !== null && <a href={`#/${alert.page}`}>{t.go[way]}</a>}
        {mayAcknowledge && (
          <Button size="compact-xs" loading={acknowledge.isPending} onClick={() => acknowledge.mutate()}>
            {t.acknowledge}
          </Button>
        )}
      </div>
    </li>
  );
}

function Told({tellings: list}: {tellings: Telling[]}) {
  const {alerts: t} = useTexts();
  if (list.length === 0) return <span>{t.toldNobody}</span>;
  return list.map(one => (
    <span key={one.receiver}>
      {one.times > 0 && (
        <>
          {t.told(one.receiver, one.times)} <Ago at={one.last} />
        </>
      )}
      {one.trouble !== null && <Mark tone="bad">{t.notReached(one.receiver, one.trouble)}</Mark>}
      {one.trouble === null && one.waits && t.toBeTold(one.receiver)}
    </span>
  ));
}

function useAcknowledge({id}: Alert) {
  const {alerts: t, common} = useTexts();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call('POST', `/alerts/${id}/acknowledge`),
    onSuccess: () => {
      tell(t.acknowledgedNow);
      void client.invalidateQueries({queryKey: alertsQuery.queryKey});
    },
    onError: e => tellKept(t.acknowledge, e.message, common.close),
  });
}

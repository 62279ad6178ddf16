import {Button} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useNavigate} from '@tanstack/react-router';
import {useState} from 'react';
import {setUpQuery} from '../api/setup';
import {Loaded} from '../parts/Loaded';
import {PageHead} from '../parts/Section';
import {useTexts} from '../texts';
import {FlowTable} from './FlowTable';
import {SystemTable} from './SystemTable';
import {TakenOn} from './TakenOn';
import {UseDialog} from './UseDialog';
import {UseTable} from './UseTable';
import './setup.css';

/** What is connected, which packs are in use, and how their flows are set: from the file and from here. */
export function SetUpPage() {
  const {setup: t} = useTexts();
  const navigate = useNavigate();
  const setUp = useQuery(setUpQuery);
  const [using, setUsing] = useState(false);
  return (
    <>
      <PageHead title={t.title}>
        <Button onClick={() => void navigate({to: '/setup/connection'})}>{t.newConnection}</Button>
        <Button disabled={setUp.data === undefined} onClick={() => setUsing(true)}>
          {t.newUse}
        </Button>
      </PageHead>
      <TakenOn />
      <p className="dim setup-hint">{t.hint}</p>
      <Loaded of={setUp}>
        {data => (
          <>
            <SystemTable setUp={data} />
            <UseTable setUp={data} />
            <FlowTable flows={data.flows} />
            {using && <UseDialog setUp={data} onClose={() => setUsing(false)} />}
          </>
        )}
      </Loaded>
    </>
  );
}

import {useQuery} from '@tanstack/react-query';
import {Link, useParams} from '@tanstack/react-router';
import {useState} from 'react';
import {setUpQuery, type SetUp} from '../api/setup';
import {Loaded} from '../parts/Loaded';
import {PageHead} from '../parts/Section';
import {useTexts} from '../texts';
import {ConnectionForm} from './ConnectionForm';
import {draftOf, newDraft} from './draft';
import {SystemChoice} from './SystemChoice';
import {TakenOn} from './TakenOn';
import './setup.css';

/** Makes a connection from nothing, or changes one that was made here. */
export function ConnectionEditor() {
  const {setup: t} = useTexts();
  const {name} = useParams({strict: false});
  const setUp = useQuery(setUpQuery);
  return (
    <>
      <PageHead title={name === undefined ? t.newConnection : t.changeOf(name)}>
        <Link to="/setup">{t.title}</Link>
      </PageHead>
      <TakenOn />
      <Loaded of={setUp}>
        {data => (name === undefined ? <Making setUp={data} /> : <Changing key={name} setUp={data} name={name} />)}
      </Loaded>
    </>
  );
}

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

function Making({setUp}: {setUp: SetUp}) {
  const [system, setSystem] = useState<string | null>(null);
  const chosen = setUp.systems.find(s => s.id === system);
  if (!chosen) return <SystemChoice systems={setUp.systems} onChoose={setSystem} />;
  return (
    <ConnectionForm
      system={chosen}
      first={newDraft(chosen.id, ownZone())}
      taken={setUp.connections.map(c => c.name)}
      kept={[]}
      onOtherSystem={() => setSystem(null)}
    />
  );
}

function Changing({setUp, name}: {setUp: SetUp; name: string}) {
  const {setup: t, common} = useTexts();
  const connection = setUp.connections.find(c => c.name === name);
  const system = setUp.systems.find(s => s.id === connection?.connector);
  if (!connection || !system) return <p>{common.notFound}</p>;
  if (connection.origin === 'file') return <p className="notice">{t.fileOnly}</p>;
  return <ConnectionForm system={system} first={draftOf(connection)} taken={null} kept={connection.secrets} />;
}

import {Menu, useMantineColorScheme} from '@mantine/core';
import {useQuery, useQueryClient} from '@tanstack/react-query';
import {useState} from 'react';
import {OwnPassword} from '../access/OwnPassword';
import {call, setCsrf} from '../api/call';
import type {Liveness} from '../api/events';
import {overviewQuery, sessionQuery} from '../api/queries';
import {Mark} from '../parts/StateMark';
import {useLanguage, useTexts} from '../texts';
import {StopSwitch} from './StopSwitch';

interface Props {
  liveness: Liveness;
  onSearch: () => void;
  onKeys: () => void;
}

export function TopBar({liveness, onSearch, onKeys}: Props) {
  const texts = useTexts();
  const failed = useQuery(overviewQuery).isError;
  return (
    <div className="top">
      <button type="button" className="search-open" onClick={onSearch}>
        <span>{texts.shell.search}</span>
        <kbd>/</kbd>
      </button>
      <span className="space" />
      <span role="status" className="liveness">
        {failed ? (
          <Mark tone="bad">{texts.shell.offline}</Mark>
        ) : (
          <Mark tone={liveness === 'live' ? 'good' : 'quiet'}>{texts.shell[liveness]}</Mark>
        )}
      </span>
      <StopSwitch />
      <PersonMenu onKeys={onKeys} />
    </div>
  );
}

const NEXT_SCHEME = {auto: 'light', light: 'dark', dark: 'auto'} as const;

function PersonMenu({onKeys}: {onKeys: () => void}) {
  const texts = useTexts();
  const {language, speak} = useLanguage();
  // Otherwise it would write a style that stops transitions, which the policy refuses.
  const {colorScheme, setColorScheme} = useMantineColorScheme({keepTransitions: true});
  const client = useQueryClient();
  const session = useQuery(sessionQuery).data;
  const [changing, setChanging] = useState(false);
  const signOut = async () => {
    await call('DELETE', '/session');
    setCsrf('');
    client.setQueryData(sessionQuery.queryKey, null);
    client.removeQueries({predicate: q => q.queryKey[0] !== sessionQuery.queryKey[0]});
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal width={220}>
        <Menu.Target>
          <button type="button" className="person">
            {session?.name}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{session?.roles.map(r => texts.roles[r]).join(', ')}</Menu.Label>
          <Menu.Item closeMenuOnClick={false} onClick={() => setColorScheme(NEXT_SCHEME[colorScheme])}>
            {texts.shell.theme[colorScheme]}
          </Menu.Item>
          <Menu.Item onClick={() => speak(language === 'en' ? 'de' : 'en')}>{texts.shell.language}</Menu.Item>
          <Menu.Item onClick={onKeys} rightSection={<kbd>?</kbd>}>
            {texts.shell.keys}
          </Menu.Item>
          {session?.via === 'password' && (
            <Menu.Item onClick={() => setChanging(true)}>{texts.signIn.changeOwn}</Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item onClick={() => void signOut()}>{texts.shell.signOut}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changing && <OwnPassword onClose={() => setChanging(false)} />}
    </>
  );
}

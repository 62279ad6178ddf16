import {Modal} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {sessionQuery} from '../api/queries';
import {useTexts} from '../texts';
import {offered} from './pages';

export function KeyHelp({onClose}: {onClose: () => void}) {
  const texts = useTexts();
  const rights = useQuery(sessionQuery).data?.rights ?? [];
  const keys: [string, string][] = [
    ['/', texts.keys.search],
    ['j', texts.keys.next],
    ['k', texts.keys.previous],
    ['Enter', texts.keys.open],
    ['x', texts.keys.select],
    ['q', texts.keys.acknowledge],
    ['?', texts.keys.help],
    ['Esc', texts.keys.close],
    ...offered(rights).map((p): [string, string] => [`g ${p.key}`, `${texts.keys.go} ${texts.nav[p.name]}`]),
  ];
  return (
    <Modal opened onClose={onClose} title={texts.keys.title} closeButtonProps={{'aria-label': texts.common.close}}>
      <dl className="facts">
        {keys.map(([key, what]) => (
          <div key={key} className="key-row">
            <dt>
              {key.split(' ').map(k => (
                <kbd key={k}>{k}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

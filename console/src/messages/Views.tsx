import {Button, Menu, Modal, TextInput} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {sessionQuery} from '../api/queries';
import {useTexts} from '../texts';
import {isEmpty, type Filters} from './filters';
import {keepViews, savedViews, withView, type View} from './views';

interface Props {
  filters: Filters;
  onChoose: (filters: Filters) => void;
}

/** The views that come with the console and those that the person saved. */
export function Views({filters, onChoose}: Props) {
  const texts = useTexts();
  const {messages: t} = texts;
  const user = useQuery(sessionQuery).data?.user ?? '';
  const [views, setViews] = useState(() => savedViews(user, localStorage));
  const [naming, setNaming] = useState(false);
  const keep = (changed: View[]) => {
    keepViews(user, changed, localStorage);
    setViews(changed);
  };
  const builtIn: View[] = [
    {name: t.builtIn.open, filters: {state: ['ready', 'waiting', 'retrying', 'dead']}},
    {name: t.builtIn.dead, filters: {state: ['dead']}},
    {name: t.builtIn.today, filters: {from: startOfToday()}},
  ];
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <Button>{t.views}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {builtIn.map(view => (
            <Menu.Item key={view.name} onClick={() => onChoose(view.filters)}>
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {views.length === 0 && <Menu.Label>{t.noViews}</Menu.Label>}
          {views.map(view => (
            <Menu.Item key={view.name} onClick={() => onChoose(view.filters)}>
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item disabled={isEmpty(filters)} onClick={() => setNaming(true)}>
            {t.saveView} …
          </Menu.Item>
          {views.map(view => (
            <Menu.Item key={view.name} onClick={() => keep(views.filter(v => v !== view))}>
              {t.removeView(view.name)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {naming && (
        <NameView
          onClose={() => setNaming(false)}
          onName={name => {
            keep(withView(views, {name, filters}));
            setNaming(false);
          }}
        />
      )}
    </>
  );
}

function NameView({onName, onClose}: {onName: (name: string) => void; onClose: () => void}) {
  const texts = useTexts();
  const [name, setName] = useState('');
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.messages.saveView}
      closeButtonProps={{'aria-label': texts.common.close}}
    >
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault();
          if (name.trim() !== '') onName(name.trim());
        }}
      >
        <TextInput
          data-autofocus
          label={texts.messages.viewName}
          value={name}
          onChange={e => setName(e.currentTarget.value)}
        />
        <div className="row dialog-end">
          <Button type="submit" variant="filled" disabled={name.trim() === ''}>
            {texts.common.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function startOfToday(): string {
  const today = new Date();
  today.setHours(0, 0, 0, 0);
  return today.toISOString();
}

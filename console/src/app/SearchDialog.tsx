import {Modal, TextInput} from '@mantine/core';
import {useDebouncedValue} from '@mantine/hooks';
import {keepPreviousData, useQuery} from '@tanstack/react-query';
import {useNavigate} from '@tanstack/react-router';
import {useState, type KeyboardEvent} from 'react';
import {findQuery} from '../api/queries';
import type {FoundDocument} from '../api/types';
import {Ago} from '../parts/Moment';
import {useTexts} from '../texts';

/** Finds a document by any number; Enter opens the chosen one. */
export function SearchDialog({onClose}: {onClose: () => void}) {
  const texts = useTexts();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [number] = useDebouncedValue(typed.trim(), 150);
  const {data: found} = useQuery({...findQuery(number), placeholderData: keepPreviousData});
  const documents = number === '' ? [] : (found ?? []);
  const [chosen, setChosen] = useState(0);

  const openDocument = ({source, sourceId, entity}: FoundDocument) => {
    onClose();
    void navigate({to: '/documents/$source/$', params: {source, _splat: sourceId}, search: {entity}});
  };
  const openMessages = () => {
    onClose();
    void navigate({to: '/messages', search: {number: typed.trim()}});
  };
  const onKey = (event: KeyboardEvent) => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step !== undefined) setChosen(Math.min(Math.max(chosen + step, 0), documents.length));
    else if (event.key === 'Enter' && typed.trim() !== '') {
      const document = documents[chosen];
      if (document) openDocument(document);
      else openMessages();
    } else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={560}
      yOffset="12vh"
      centered={false}
      aria-label={texts.search.title}
    >
      <div className="search">
        <TextInput
          data-autofocus
          autoFocus
          size="md"
          variant="unstyled"
          aria-label={texts.search.title}
          placeholder={texts.search.hint}
          value={typed}
          onChange={event => {
            setTyped(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={onKey}
        />
        {number !== '' && found !== undefined && (
          <ul>
            {documents.map((document, index) => (
              <li key={`${document.source}/${document.entity}/${document.sourceId}`}>
                <button type="button" aria-current={index === chosen} onClick={() => openDocument(document)}>
                  <span className="strong">{document.number}</span>
                  <span className="dim">
                    {texts.entity(document.entity)} · {document.source}
                  </span>
                  <span className="space" />
                  {document.open > 0 && <span className="wait">{texts.search.open(document.open)}</span>}
                  {document.dead > 0 && <span className="bad">{texts.search.dead(document.dead)}</span>}
                  <span className="dim">
                    <Ago at={document.latest} />
                  </span>
                </button>
              </li>
            ))}
            {documents.length === 0 && <li className="dim nothing">{texts.search.nothing}</li>}
            <li>
              <button type="button" aria-current={chosen === documents.length} onClick={openMessages}>
                {texts.search.messages(typed.trim())}
              </button>
            </li>
          </ul>
        )}
      </div>
    </Modal>
  );
}

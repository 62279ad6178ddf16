import {useQuery} from '@tanstack/react-query';
import {getRouteApi, Link} from '@tanstack/react-router';
import {documentQuery} from '../api/queries';
import type {BusinessDocument} from '../api/types';
import {DataTable} from '../parts/DataTable';
import {Loaded} from '../parts/Loaded';
import {PageHead, Section} from '../parts/Section';
import {Mark, type Tone} from '../parts/StateMark';
import {useTexts} from '../texts';
import {useMessageColumns} from '../messages/columns';
import {Calls} from './Calls';
import {PayloadPair} from './PayloadPair';
import {Standing} from './Standing';
import {Timeline} from './Timeline';
import './document.css';

const route = getRouteApi('/documents/$source/$');

const TONES: Record<BusinessDocument['state'], Tone> = {done: 'good', waiting: 'wait', dead: 'bad', skipped: 'quiet'};

/** All that is known about one document of a source, over all its messages. */
export function DocumentPage() {
  const {source, _splat: sourceId = ''} = route.useParams();
  const {entity} = route.useSearch();
  const document = useQuery({...documentQuery(source, sourceId, entity), refetchInterval: 30_000});
  return (
    <Loaded of={document}>{data => <Shown document={data} key={`${data.subject}/${source}/${sourceId}`} />}</Loaded>
  );
}

function Shown({document}: {document: BusinessDocument}) {
  const texts = useTexts();
  const columns = useMessageColumns('document');
  const number = document.number ?? document.sourceId;
  return (
    <>
      <PageHead
        title={
          <span className="titled">
            {number} <Mark tone={TONES[document.state]}>{texts.documentStates[document.state]}</Mark>
          </span>
        }
      >
        <span className="dim">
          {texts.subjects[document.subject]} · {document.source}
        </span>
        {document.others.map(other => (
          <Link key={other} from={route.id} to="." search={{entity: other}}>
            {texts.document.other(texts.subjects[other])}
          </Link>
        ))}
        <Link to="/messages" search={{number}}>
          {texts.document.all(number)}
        </Link>
      </PageHead>
      <div className="document-pair">
        <div>
          <Timeline document={document} />
          <Section title={texts.document.messages}>
            <DataTable
              label={texts.document.messages}
              columns={columns}
              rows={document.messages}
              rowId={m => String(m.id)}
            />
          </Section>
        </div>
        <Standing document={document} />
      </div>
      <PayloadPair document={document} />
      <Calls calls={document.calls} />
    </>
  );
}

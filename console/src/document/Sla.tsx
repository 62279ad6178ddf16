import type {BusinessDocument} from '../api/types';
import {span} from '../parts/format';
import {Moment} from '../parts/Moment';
import {useNow} from '../parts/now';
import {Mark} from '../parts/StateMark';
import {useTexts} from '../texts';

/** The document's clock against its time limit; it runs on while the document has not arrived. */
export function Sla({sla}: {sla: NonNullable<BusinessDocument['sla']>}) {
  const texts = useTexts();
  const now = useNow();
  const {document: t} = texts;
  const seconds = sla.arrived === null ? (now - Date.parse(sla.placed)) / 1000 : sla.seconds;
  const late = sla.breached || (sla.limitSeconds !== null && seconds > sla.limitSeconds);
  return (
    <div>
      <h3>{t.clock}</h3>
      <p className="row">
        <Mark tone={late ? 'bad' : 'good'}>{(sla.arrived === null ? t.running : t.took)(span(seconds, texts))}</Mark>
        <span className="dim">
          {sla.limitSeconds === null
            ? t.noLimit
            : `${t.limit(span(sla.limitSeconds, texts))}, ${late ? t.late : t.kept}`}
        </span>
      </p>
      <p className="dim">
        {t.placed} <Moment at={sla.placed} /> · {t.arrived}{' '}
        {sla.arrived === null ? t.notArrived : <Moment at={sla.arrived} />}
      </p>
    </div>
  );
}

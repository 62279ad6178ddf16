import type {Connection} from '../api/types';
import {Section} from '../parts/Section';
import {useTexts} from '../texts';
import {settingLines} from './settingLines';

/** A connection's settings with what its schema says about each. */
export function Settings({connection}: {connection: Connection}) {
  const {connections: t} = useTexts();
  return (
    <Section title={t.settings}>
      <p className="dim settings-hint">{t.settingsHint}</p>
      <dl className="settings">
        {settingLines(connection.settings, connection.schema).map(({name, value, about}) => (
          <div key={name}>
            <dt>
              {name}
              {about !== undefined && <span className="dim">{about}</span>}
            </dt>
            <dd>
              {value === undefined ? <span className="dim">{t.notSet}</span> : <span className="code">{value}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

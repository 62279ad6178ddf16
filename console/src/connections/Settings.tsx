import type {Connection, Json, SettingSchema} from '../api/types';
import {Section} from '../parts/Section';
import {useTexts} from '../texts';
import {settingLines} from './settingLines';

/** A connection's settings with what its schema says about each. */
export function Settings({connection}: {connection: Connection}) {
  const {connections: t} = useTexts();
  return (
    <Section title={t.settings}>
      <p className="dim settings-hint">{t.settingsHint}</p>
      <Lines settings={connection.settings} schema={connection.schema} />
    </Section>
  );
}

function Lines({settings, schema}: {settings: Record<string, Json>; schema: SettingSchema}) {
  const {connections: t} = useTexts();
  return (
    <dl className="settings">
      {settingLines(settings, schema).map(({name, value, inner, about}) => (
        <div key={name}>
          <dt>
            {name}
            {about !== undefined && <span className="dim">{about}</span>}
          </dt>
          <dd>
            {inner ? (
              <Lines settings={inner.settings} schema={inner.schema} />
            ) : value === undefined ? (
              <span className="dim">{t.notSet}</span>
            ) : (
              <span className="code">{value}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

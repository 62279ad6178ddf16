import {useQuery} from '@tanstack/react-query';
import {getRouteApi, Link} from '@tanstack/react-router';
import {connectionsQuery, overviewQuery, useCan} from '../api/queries';
import {BudgetBar} from '../overview/Budget';
import {budgetsOf} from '../overview/needs';
import {told} from '../parts/format';
import {Loaded} from '../parts/Loaded';
import {PageHead, Section} from '../parts/Section';
import {useTexts} from '../texts';
import {Check} from './Check';
import {ConnectionMark} from './ConnectionMark';
import {FlowList} from './ConnectionsPage';
import {PauseButton} from './PauseButton';
import {Settings} from './Settings';
import './connections.css';

const route = getRouteApi('/connections/$name');

/** One connection: its settings, whether it works, its flows. */
export function ConnectionPage() {
  const texts = useTexts();
  const can = useCan();
  const {connections: t} = texts;
  const {name} = route.useParams();
  const connections = useQuery(connectionsQuery);
  const overview = useQuery(overviewQuery).data;
  const state = overview?.connections.find(c => c.name === name);
  return (
    <>
      <PageHead
        title={
          <span className="titled">
            {name} {state && <ConnectionMark of={state} />}
          </span>
        }
      >
        {state && <PauseButton kind="connection" of={state} />}
        {can('configure') && (
          <Link to="/setup/connection/$name" params={{name}}>
            {texts.setup.changeOf(name)}
          </Link>
        )}
        <Link to="/connections">{t.title}</Link>
      </PageHead>
      {state?.paused && <p className="notice wait banner">{state.paused}</p>}
      {can('configure') && <Check name={name} key={name} />}
      <Loaded of={connections}>
        {list => {
          const connection = list.find(c => c.name === name);
          if (!connection) return <p>{texts.common.notFound}</p>;
          return (
            <div className="connection-pair">
              <Settings connection={connection} />
              <div>
                {state && budgetsOf(state).length > 0 && (
                  <Section title={t.budgets}>
                    {budgetsOf(state).map(b => (
                      <BudgetBar key={b.limit} budget={b} />
                    ))}
                  </Section>
                )}
                <Section title={t.abilities}>
                  <dl className="facts">
                    {Object.entries(connection.entities).map(([entity, abilities]) => (
                      <div key={entity} className="key-row">
                        <dt>{texts.entity(entity)}</dt>
                        <dd>{abilities.map(ability => told(ability, texts.ability)).join(', ')}</dd>
                      </div>
                    ))}
                  </dl>
                </Section>
              </div>
            </div>
          );
        }}
      </Loaded>
      {overview && <FlowList flows={overview.flows.filter(f => f.from === name || f.to === name)} />}
    </>
  );
}

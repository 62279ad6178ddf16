import {useQuery} from '@tanstack/react-query';
import {alertsQuery} from '../api/queries';
import {Loaded} from '../parts/Loaded';
import {PageHead, Section} from '../parts/Section';
import {Mark} from '../parts/StateMark';
import {useTexts} from '../texts';
import {Over} from './Over';
import {Receivers} from './Receivers';
import {Standing} from './Standing';
import {gravest} from './standing';
import './alerts.css';

/** What people are told of: what stands now, what is over, and whether it reached them. */
export function AlertsPage() {
  const {alerts: t} = useTexts();
  const alerts = useQuery(alertsQuery);
  return (
    <>
      <PageHead title={t.title} />
      <Loaded of={alerts}>
        {({open, recent, receivers}) => (
          <>
            <Section title={t.standing}>
              {open.length === 0 ? (
                <p className="notice good">
                  <Mark tone="good">{t.none}</Mark>
                </p>
              ) : (
                <ul className="alerts">
                  {gravest(open).map(alert => (
                    <Standing key={alert.id} alert={alert} />
                  ))}
                </ul>
              )}
            </Section>
            <Receivers receivers={receivers} alerts={[...open, ...recent]} />
            <Over alerts={recent} />
          </>
        )}
      </Loaded>
    </>
  );
}

import {useQuery} from '@tanstack/react-query';
import {overviewQuery} from '../api/queries';
import {Loaded} from '../parts/Loaded';
import {PageHead} from '../parts/Section';
import {useTexts} from '../texts';
import {Connections} from './Connections';
import {Flows} from './Flows';
import {Needs} from './Needs';
import {Nights} from './Nights';
import {Throughput} from './Throughput';
import './overview.css';

/** How everything stands, what needs a person first. */
export function OverviewPage() {
  const texts = useTexts();
  const overview = useQuery({...overviewQuery, refetchInterval: 15_000});
  return (
    <>
      <PageHead title={texts.overview.title} />
      <Loaded of={overview}>
        {data => (
          <>
            <Needs overview={data} />
            <Flows flows={data.flows} />
            <Connections connections={data.connections} />
            <div className="overview-pair">
              <Throughput />
              {data.nights.length > 0 && <Nights nights={data.nights} />}
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}

import {SegmentedControl} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {lazy, Suspense, useState} from 'react';
import {seriesQuery} from '../api/queries';
import {span} from '../parts/format';
import {Section} from '../parts/Section';
import {useTexts} from '../texts';

const Chart = lazy(() => import('./Chart').then(m => ({default: m.Chart})));
type Hours = 24 | 168;

/** How many messages each flow brought to their end, over time. */
export function Throughput() {
  const texts = useTexts();
  const [hours, setHours] = useState<Hours>(24);
  const series = useQuery({...seriesQuery(hours), refetchInterval: 60_000}).data;
  const choice = (
    <SegmentedControl
      size="xs"
      value={String(hours)}
      onChange={value => setHours(Number(value) as Hours)}
      data={([24, 168] as const).map(h => ({value: String(h), label: texts.overview.hours[h]}))}
    />
  );
  const title = texts.overview.throughput + (series ? ` ${texts.overview.per(span(series.step, texts))}` : '');
  return (
    <Section title={title} aside={choice}>
      <div className="chart">
        <Suspense fallback={null}>{series && <Chart series={series} hours={hours} />}</Suspense>
      </div>
    </Section>
  );
}

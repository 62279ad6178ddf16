import {useComputedColorScheme} from '@mantine/core';
import {BarChart} from 'echarts/charts';
import {GridComponent, LegendComponent, TooltipComponent} from 'echarts/components';
import {init, use as register, type EChartsType} from 'echarts/core';
import {CanvasRenderer} from 'echarts/renderers';
import {useEffect, useRef} from 'react';
import type {Series} from '../api/types';
import {useTexts} from '../texts';
import {chartOption} from './chartOption';

register([BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export function Chart({series, hours}: {series: Series; hours: number}) {
  const texts = useTexts();
  const scheme = useComputedColorScheme('light');
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);

  useEffect(() => {
    if (place.current === null) return undefined;
    const made = init(place.current);
    chart.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    const styles = getComputedStyle(document.documentElement);
    const colour = (name: string) => styles.getPropertyValue(`--k-${name}`).trim();
    chart.current?.setOption(chartOption(series, texts, colour), true);
  }, [series, texts, scheme]);

  return <div ref={place} className="chart-canvas" role="img" aria-label={texts.overview.chart(hours)} />;
}

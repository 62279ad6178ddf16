import type {ComposeOption} from 'echarts/core';
import type {BarSeriesOption} from 'echarts/charts';
import type {GridComponentOption, LegendComponentOption, TooltipComponentOption} from 'echarts/components';
import type {Series} from '../api/types';
import type {Texts} from '../texts/en';

type Option = ComposeOption<BarSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption>;

/** More colours than this are not told apart; the smaller flows are one series. */
const SHOWN = 5;

/** Bars of each flow's count on top of each other, what died in red above them. */
export function chartOption(series: Series, texts: Texts, colour: (name: string) => string): Option {
  const start = Date.parse(series.from);
  const at = (values: number[]) => values.map((v, i): [number, number] => [start + i * series.step * 1000, v]);
  const steps = Math.max(0, ...series.flows.map(f => f.dead.length));
  const dead = Array.from({length: steps}, (_, i) => series.flows.reduce((sum, f) => sum + (f.dead[i] ?? 0), 0));
  const bar = (name: string, values: number[], fill: string): BarSeriesOption => ({
    name,
    type: 'bar',
    stack: 'all',
    barCategoryGap: '12%',
    data: at(values),
    itemStyle: {color: fill},
    emphasis: {disabled: true},
  });
  const text = {color: colour('dim'), fontFamily: 'Inter Variable', fontSize: 11};
  return {
    animation: false,
    grid: {left: 4, right: 4, top: 30, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel'},
    legend: {
      top: 0,
      left: 0,
      icon: 'rect',
      itemWidth: 9,
      itemHeight: 9,
      itemGap: 14,
      textStyle: text,
      ...onOneLine(colour),
    },
    // Drawn on the canvas: the tooltip's HTML would carry inline styles.
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      backgroundColor: colour('side'),
      borderColor: colour('line-strong'),
      textStyle: {...text, color: colour('text')},
    },
    xAxis: {
      type: 'time',
      axisLabel: {...text, hideOverlap: true},
      axisLine: {lineStyle: {color: colour('line-strong')}},
      axisTick: {show: false},
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 3,
      axisLabel: text,
      splitLine: {lineStyle: {color: colour('line')}},
    },
    series: [
      ...shown(series, texts.overview.otherSeries).map((f, i) => bar(f.name, f.done, colour(`chart-${i + 1}`))),
      bar(texts.overview.deadSeries, dead, colour('bad')),
    ],
  };
}

/** Where the width is short, names are turned over like pages instead of covering the bars. */
const onOneLine = (colour: (name: string) => string) => ({
  type: 'scroll' as const,
  pageIconColor: colour('dim'),
  pageIconInactiveColor: colour('line-strong'),
  pageIconSize: 10,
  pageTextStyle: {color: colour('dim'), fontSize: 11},
});

/** The flows with most messages, and all others as one. */
export function shown({flows}: Series, others: string): {name: string; done: number[]}[] {
  const total = (values: number[]) => values.reduce((sum, n) => sum + n, 0);
  const busy = flows.filter(f => total(f.done) > 0).sort((a, b) => total(b.done) - total(a.done));
  const rest = busy.slice(SHOWN);
  if (rest.length === 0) return busy;
  const steps = Math.max(...rest.map(f => f.done.length));
  const done = Array.from({length: steps}, (_, i) => total(rest.map(f => f.done[i] ?? 0)));
  return [...busy.slice(0, SHOWN), {name: others, done}];
}

import type {Budget} from '../api/types';
import {figure, told} from '../parts/format';
import {useTexts} from '../texts';
import {percent} from './needs';
import './budget.css';

/** How much of a request budget is used; where the limit comes from stands in the title. */
export function BudgetBar({budget}: {budget: Budget}) {
  const texts = useTexts();
  const name = told(budget.limit, texts.limit);
  const share = percent(budget.used, budget.most);
  const tone = share >= 100 ? 'bad' : share >= 90 ? 'wait' : 'calm';
  const used = texts.overview.of(figure(budget.used, texts.locale), figure(budget.most, texts.locale));
  return (
    <span className="budget" title={`${name}: ${used} · ${[budget.source, budget.asOf].filter(Boolean).join(', ')}`}>
      <meter className={tone} min={0} max={100} value={Math.min(share, 100)} aria-label={name} />
      <span>{share} %</span>
      <span className="dim wide">{name}</span>
    </span>
  );
}

import {Link} from '@tanstack/react-router';
import {useQuery} from '@tanstack/react-query';
import {alertsQuery, overviewQuery, sessionQuery} from '../api/queries';
import {useTexts} from '../texts';
import {offered} from './pages';

/** The way to each page that the person's rights include. */
export function Nav() {
  const texts = useTexts();
  const rights = useQuery(sessionQuery).data?.rights ?? [];
  const enabled = rights.includes('read');
  const counts: Partial<Record<keyof typeof texts.nav, number>> = {
    problems: useQuery({...overviewQuery, enabled}).data?.needs.dead ?? 0,
    alerts: useQuery({...alertsQuery, enabled}).data?.open.length ?? 0,
  };
  return (
    <nav className="nav" aria-label={texts.nav.main}>
      <div className="brand">Kontor</div>
      {offered(rights).map(page => (
        <Link key={page.path} to={page.path} activeOptions={{exact: page.path === '/', includeSearch: false}}>
          {texts.nav[page.name]}
          <Count of={counts[page.name] ?? 0} />
        </Link>
      ))}
    </nav>
  );
}

function Count({of}: {of: number}) {
  const {locale} = useTexts();
  return of > 0 && <span className="count">{of.toLocaleString(locale)}</span>;
}

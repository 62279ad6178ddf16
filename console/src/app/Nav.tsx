import {Link} from '@tanstack/react-router';
import {useQuery} from '@tanstack/react-query';
import {overviewQuery, sessionQuery} from '../api/queries';
import {useTexts} from '../texts';
import {offered} from './pages';

/** The way to each page that the person's rights include. */
export function Nav() {
  const texts = useTexts();
  const rights = useQuery(sessionQuery).data?.rights ?? [];
  const dead = useQuery({...overviewQuery, enabled: rights.includes('read')}).data?.needs.dead ?? 0;
  return (
    <nav className="nav" aria-label={texts.nav.main}>
      <div className="brand">Kontor</div>
      {offered(rights).map(page => (
        <Link key={page.path} to={page.path} activeOptions={{exact: page.path === '/', includeSearch: false}}>
          {texts.nav[page.name]}
          {page.name === 'problems' && dead > 0 && <span className="count">{dead.toLocaleString(texts.locale)}</span>}
        </Link>
      ))}
    </nav>
  );
}

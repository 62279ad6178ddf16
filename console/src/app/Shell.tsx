import {Outlet, useLocation} from '@tanstack/react-router';
import {useState} from 'react';
import {useEvents} from '../api/events';
import {useCan} from '../api/queries';
import {useTexts} from '../texts';
import {Banners} from './Banners';
import {KeyHelp} from './KeyHelp';
import {Nav} from './Nav';
import {SearchDialog} from './SearchDialog';
import {TopBar} from './TopBar';
import {useKeys} from './keys';
import {rightOf} from './pages';

/** What stands around every page. */
export function Shell() {
  const texts = useTexts();
  const liveness = useEvents();
  const [open, setOpen] = useState<'search' | 'keys' | null>(null);
  useKeys({search: () => setOpen('search'), help: () => setOpen('keys')});
  const close = () => setOpen(null);
  const can = useCan();
  const needed = rightOf(useLocation({select: l => l.pathname}));
  const allowed = needed === null || can(needed);
  return (
    <div className="shell">
      <a className="skip" href="#main" onClick={skipToMain}>
        {texts.nav.skip}
      </a>
      <Nav />
      <div className="room">
        <TopBar liveness={liveness} onSearch={() => setOpen('search')} onKeys={() => setOpen('keys')} />
        <main id="main" tabIndex={-1}>
          <Banners />
          {allowed ? <Outlet /> : <p>{texts.common.notAllowed}</p>}
        </main>
      </div>
      {open === 'search' && <SearchDialog onClose={close} />}
      {open === 'keys' && <KeyHelp onClose={close} />}
    </div>
  );
}

/** The hash is the page's address, so the link only moves the focus. */
function skipToMain(event: React.MouseEvent) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

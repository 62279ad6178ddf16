import {useQuery} from '@tanstack/react-query';
import {overviewQuery} from '../api/queries';
import {fullMoment} from '../parts/format';
import {useTexts} from '../texts';

/** What concerns every page: that all is stopped, or that a restored hub is in doubt. */
export function Banners() {
  const texts = useTexts();
  const overview = useQuery(overviewQuery).data;
  return (
    <>
      {overview?.stopped && (
        <p className="notice bad banner" role="alert">
          <b>{texts.shell.stopped(overview.stopped.by, fullMoment(overview.stopped.since, texts.locale))}</b>{' '}
          {overview.stopped.reason}
        </p>
      )}
      {overview?.inDoubt && <p className="notice wait banner">{texts.shell.inDoubt}</p>}
    </>
  );
}

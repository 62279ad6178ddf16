import {useQuery, useQueryClient} from '@tanstack/react-query';
import {useEffect, useRef} from 'react';
import {isTakingOn, setUpQuery} from '../api/setup';
import {tell} from '../parts/tell';
import {useTexts} from '../texts';

/** Says that the hub takes new settings on, when they hold, and why they could not be taken on. */
export function TakenOn() {
  const {setup: t} = useTexts();
  const client = useQueryClient();
  const setUp = useQuery(setUpQuery).data;
  const taking = setUp !== undefined && isTakingOn(setUp);
  const before = useRef(false);
  const refused = setUp?.refused ?? null;
  useEffect(() => {
    if (before.current && !taking) {
      if (refused === null) tell(t.holds);
      void client.invalidateQueries();
    }
    before.current = taking;
  }, [taking, refused, client, t]);
  if (refused !== null) {
    return (
      <p className="notice bad banner" role="alert">
        <b>{t.refused}</b> {refused}
      </p>
    );
  }
  return <div role="status">{taking && <p className="notice wait banner">{t.takingOn}</p>}</div>;
}

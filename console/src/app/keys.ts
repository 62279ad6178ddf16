import {useQueryClient} from '@tanstack/react-query';
import {useNavigate} from '@tanstack/react-router';
import {useEffect, useRef} from 'react';
import {sessionQuery} from '../api/queries';
import {offered} from './pages';

/** The keys that work on every page while no field has the focus and no dialog is open. */
export function useKeys({search, help}: {search: () => void; help: () => void}) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const going = useRef(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isDialogOpen()) return;
      const wasGoing = going.current;
      going.current = event.key === 'g';
      const rights = client.getQueryData(sessionQuery.queryKey)?.rights ?? [];
      const page = wasGoing ? offered(rights).find(p => p.key === event.key) : undefined;
      if (page) void navigate({to: page.path});
      else if (event.key === '/') search();
      else if (event.key === '?') help();
      else if (event.key === 'j') moveRow(1);
      else if (event.key === 'k') moveRow(-1);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [navigate, client, search, help]);
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null;

const isDialogOpen = () => document.querySelector('[role=dialog]') !== null;

/** Moves the focus among the rows of the page's tables. */
function moveRow(by: 1 | -1) {
  const rows = [...document.querySelectorAll<HTMLElement>('#main [data-row][tabindex]')];
  const at = rows.findIndex(row => row.contains(document.activeElement));
  const next = at < 0 ? rows[0] : rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
  next?.focus();
  next?.scrollIntoView({block: 'nearest'});
}

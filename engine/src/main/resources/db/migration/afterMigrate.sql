-- Runs at every opening of the database, so that even a command line after a long pause finds the
-- present month. Earlier releases' schemas, into which their backups are loaded, have no months.
do $$
begin
  if to_regproc('audit_month') is not null then
    perform audit_month(clock_timestamp() + ahead * interval '1 month') from generate_series(0, 2) ahead;
  end if;
end $$;

-- What comparing both ends of a flow has found each night, and which process does it.
create table reconciliation (
  flow       text primary key,
  night      timestamptz not null,            -- the time it was last due and begun for
  node       text,                            -- who compares just now
  not_before timestamptz,                     -- when it is tried again after it could not be done
  failure    text,                            -- why it could not
  ended      timestamptz,                     -- when it was last done, with what follows
  compared   int not null default 0,
  different  int not null default 0,
  waiting    int not null default 0,
  causes     text not null default ''         -- the differences counted by cause, in words
);

-- Who may see and decide what at the administration port. No secret stands here in clear.

create table console_user (
  name         text primary key,              -- as the audit says who decided
  display      text        not null,
  roles        text[]      not null,
  password     text,                          -- its hash; null: the identity provider signs the person in
  must_change  boolean     not null default false,
  issuer       text,                          -- the identity provider and its own id of the person
  subject      text,
  disabled     boolean     not null default false,
  created      timestamptz not null default hub_now(),
  last_sign_in timestamptz,
  check ((password is null) = (subject is not null) and (issuer is null) = (subject is null)),
  unique (issuer, subject)
);

create table console_session (
  id        bytea primary key,                -- keyed hash of what the browser's cookie holds
  person    text        not null references console_user,
  began     timestamptz not null default hub_now(),
  last_used timestamptz not null default hub_now()
);
create index console_session_person on console_session (person);

create table api_token (
  id        bigint generated always as identity primary key,
  name      text        not null,
  rights    text[]      not null,
  hash      bytea       not null unique,      -- keyed hash of the token
  created   timestamptz not null default hub_now(),
  expires   timestamptz,
  last_used timestamptz
);

-- Failed sign-ins of a quarter of an hour, by a keyed hash of the user's name or the address.
create table sign_in_tries (
  subject bytea primary key,
  since   timestamptz not null,
  tries   int         not null
);

-- What may be shown once within a few minutes: sign-in links, sign-ins begun at an identity provider.
create table one_time_key (
  id     bytea primary key,                   -- keyed hash of the key
  detail text        not null,                -- for whom it was made
  ends   timestamptz not null
);

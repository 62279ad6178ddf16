-- An article may be gone from its source before the answer to its creation was ever seen: what that
-- creation left in the target is then found by the reference it was written with.
alter table write_doubt add reference text not null default '';
alter table write_doubt alter reference drop default;

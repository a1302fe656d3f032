set local client_min_messages = warning;

-- A dead letter of which the rest is kept: one odd value does not take the energy of its reading with it.

alter table dead_letters add column columns text[];
alter table dead_letters add column partial boolean not null generated always as (columns is not null) stored;
comment on column dead_letters.columns is 'Columns of readings whose values are set aside while the rest of the reading is kept as suspect; null where nothing of it is kept.';
comment on column dead_letters.partial is 'Whether the rest of the reading is kept: columns is not null. Generated.';

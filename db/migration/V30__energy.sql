set local client_min_messages = warning;

-- What energy pages and reports need beside channel_day_quality: hours and peaks of sites, virtual meters, tariffs.

create table site_days (
    organization_id    text        not null references organizations on delete cascade,
    local_day          date        not null,
    day_start          timestamptz,
    day_end            timestamptz,
    hour_kwh           numeric[],
    hour_estimated_kwh numeric[],
    hour_suspect_kwh   numeric[],
    hour_missing       integer[],
    peak_power_kw      double precision,
    peak_at            timestamptz,
    vendor_cost        numeric,
    stale              boolean     not null default true,
    refreshed_at       timestamptz,
    primary key (organization_id, local_day)
);
create index idx_site_days_stale on site_days (organization_id, local_day) where stale;
comment on table site_days is 'Hours and peak of each site on each of its days, over the channels that count toward it. The arrays have one element an hour of the day: 23, 24 or 25. Kept up to date by refresh_site_days().';
comment on column site_days.organization_id is 'The site.';
comment on column site_days.local_day is 'Day of the site''s time zone.';
comment on column site_days.day_start is 'When the day begins, inclusive; null before the first refresh.';
comment on column site_days.day_end is 'When the day ends, exclusive; null before the first refresh.';
comment on column site_days.hour_kwh is 'Energy of each hour in kWh, estimates included, catch-up energy not; an element is null where no channel has a reading.';
comment on column site_days.hour_estimated_kwh is 'How much of each hour is estimated, in kWh.';
comment on column site_days.hour_suspect_kwh is 'How much of each hour is suspect, in kWh.';
comment on column site_days.hour_missing is 'How many readings of each hour were due and missing when the row was made.';
comment on column site_days.peak_power_kw is 'Highest mean power of the site in one slot, in kW: the sum over its channels; null where there is none.';
comment on column site_days.peak_at is 'Start of the slot with the peak.';
comment on column site_days.vendor_cost is 'Sum of readings.cost in organizations.currency_code, as the vendor computes it; null where the vendor gives none.';
comment on column site_days.stale is 'Whether something has changed since the row was made: it is made again with the next refresh.';
comment on column site_days.refreshed_at is 'When the row was made; null before the first refresh.';

-- Virtual meters: people may have kept some by hand; those of the file are marked.
alter table virtual_meters add column file_key text constraint virtual_meters_file_key unique;
comment on column virtual_meters.file_key is 'Name of the meter in config/virtual-meters.yaml, which Wattline writes from: change the file, not the row. Null: kept by hand.';

create table tariffs (
    tariff_name     text    not null,
    organization_id text    not null,
    currency_code   text    not null,
    valid_from      date    not null,
    valid_until     date,
    per_kwh         numeric not null,
    per_day         numeric not null default 0,
    primary key (organization_id, valid_from)
);
comment on table tariffs is 'Tariffs of config/tariffs.yaml: one row a site and span of days. Wattline writes them; change the file, not the table.';
comment on column tariffs.tariff_name is 'Name of the tariff in the file.';
comment on column tariffs.organization_id is 'The site.';
comment on column tariffs.currency_code is 'ISO 4217 code of the prices.';
comment on column tariffs.valid_from is 'First local day, inclusive.';
comment on column tariffs.valid_until is 'Last local day, exclusive; null = no end.';
comment on column tariffs.per_kwh is 'Price of a kWh outside every rate.';
comment on column tariffs.per_day is 'Standing charge of a day.';

create table tariff_rates (
    organization_id text      not null,
    valid_from      date      not null,
    position        integer   not null,
    rate_name       text      not null,
    per_kwh         numeric   not null,
    from_hour       integer   not null,
    to_hour         integer   not null,
    weekdays        integer[] not null,
    primary key (organization_id, valid_from, position),
    foreign key (organization_id, valid_from) references tariffs on delete cascade
);
comment on table tariff_rates is 'Time-of-use rates of a tariff. The first that fits an hour decides; where none fits, tariffs.per_kwh does.';
comment on column tariff_rates.organization_id is 'The site.';
comment on column tariff_rates.valid_from is 'First local day of the tariff.';
comment on column tariff_rates.position is 'Place in the file.';
comment on column tariff_rates.rate_name is 'Name of the rate, such as night.';
comment on column tariff_rates.per_kwh is 'Price of a kWh.';
comment on column tariff_rates.from_hour is 'First hour of the local day, 0 to 23.';
comment on column tariff_rates.to_hour is 'Hour at which it ends, 1 to 24, exclusive; at or below from_hour it goes over midnight.';
comment on column tariff_rates.weekdays is 'Days of the week, 1 = Monday to 7 = Sunday.';

insert into site_days (organization_id, local_day)
select distinct c.organization_id, q.local_day from channel_day_quality q join channels c using (channel_id)
where c.organization_id is not null;

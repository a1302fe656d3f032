set local client_min_messages = warning;

-- Dead letters of single values, statements of others in the history of readings, and hourly rows over quarter-hours.

-- A dead letter of which the rest is kept: one odd value does not take the energy of its reading with it.

alter table dead_letters add column columns text[];
alter table dead_letters add column partial boolean not null generated always as (columns is not null) stored;
comment on column dead_letters.columns is 'Columns of readings whose values are set aside while the rest of the reading is kept as suspect; null where nothing of it is kept.';
comment on column dead_letters.partial is 'Whether the rest of the reading is kept: columns is not null. Generated.';

-- Who wrote a row that no run of Wattline wrote, so that run_id does not name a run that never saw the value.
alter table reading_history add column replaced_by text;
comment on column reading_history.replaced_by is 'User and program whose statement changed or deleted the row, where it was not Wattline''s; null where a run did.';

-- An earlier tool wrote hourly values over the first quarter of an hour (E = P x 1 h = 4 x P x 15 min) while the other
-- quarters kept their own: the hour counted 1.75 times. Such a row stands beside a quarter whose energy fits its own
-- length. It is marked and left out of totals until the source settles the slot. Every interval that divides an hour.
update readings r set data_quality = 'suspect', quality_method = 'adopted-hourly'
from channels c
where c.channel_id = r.channel_id and c.interval_seconds < 3600 and 3600 % c.interval_seconds = 0
    and r.run_id is null and r.data_quality = 'measured' and extract(epoch from r."timestamp") % 3600 = 0
    and r.power_kw > 0.01 and abs(r.energy_kwh - r.power_kw) <= 0.02 * r.power_kw
    and exists (select from readings o
        where o.channel_id = r.channel_id and o."timestamp" > r."timestamp" and o."timestamp" < r."timestamp" + interval '1 hour'
            and o.power_kw > 0.01
            and abs(o.energy_kwh - o.power_kw * c.interval_seconds / 3600) <= 0.2 * o.power_kw * c.interval_seconds / 3600);

-- A gap over midnight is one gap: the days keep where readings are missed, and not only how long.
alter table channel_day_quality add column missed_spans tstzmultirange not null default '{}';
comment on column channel_day_quality.missed_spans is 'Spans of the day in which readings were due and none is kept, half-open; an estimate does not shorten them. Spans of adjacent days that touch are one gap: see whole_gap_seconds().';
comment on column channel_day_quality.longest_gap_seconds is 'The longest of missed_spans in s. A gap that goes on in the day before or after is longer: whole_gap_seconds().';
create index idx_channel_day_quality_missed on channel_day_quality (channel_id, day_start) where missed_spans <> '{}';
update channel_day_quality set stale = true where longest_gap_seconds > 0;

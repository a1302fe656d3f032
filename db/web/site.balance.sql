-- The main meters (channel_type grid, main, incomer or supply) against the other channels that count.
with chosen as materialized (
    select o.organization_id, s.start_at, s.end_at
    from organizations o
        cross join lateral (select known_time_zone(o.timezone) as zone) z
        cross join lateral (select coalesce(:start::date,
            date_trunc('month', :now::timestamptz at time zone z.zone)::date) as first_day) f
        cross join lateral (select coalesce(:end::date, greatest(f.first_day + 1,
            (:now::timestamptz at time zone z.zone)::date + 1)) as end_day) r
        cross join lateral (select day_start(f.first_day, z.zone) as start_at, day_start(r.end_day, z.zone) as end_at) s
    where o.organization_id = :id
), energy as materialized (
    select e.* from chosen s cross join lateral channel_energy_bins((select array_agg(channel_id) from channels i
        where i.organization_id = s.organization_id), s.start_at, s.end_at, 'all') e
), sums as (
    select k.channel_type ~* '(grid|main|incom|supply)' as is_main, trim_scale(sum(b.energy_kwh)) as energy_kwh,
        count(*) as channels, sum(greatest(0, b.due - b.measured - b.estimated - b.suspect)) as missing
    from v_site_channels c join channels k using (channel_id) left join energy b on b.channel_id = c.channel_id
    where c.organization_id = :id and c.counts_toward_site
    group by 1
)
select m.energy_kwh as main_kwh, m.channels as main_channels, p.energy_kwh as parts_kwh, p.channels as part_channels,
    m.energy_kwh - p.energy_kwh as residual_kwh,
    ((m.energy_kwh - p.energy_kwh) / nullif(m.energy_kwh, 0))::double precision as residual_share,
    (m.missing + p.missing)::bigint as missing_readings
from sums m join sums p on m.is_main and p.is_main is not true

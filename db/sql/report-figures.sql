-- Every figure of the report of a site over local days [first, end), as one JSON document. Energy in kWh.
with chosen as materialized (
    select o.organization_id as site, o.organization_name as name, z.zone, :first::date as first_day,
        :end::date as end_day, day_start(:first::date, z.zone) as start_at, day_start(:end::date, z.zone) as end_at,
        :beforeFirst::date as before_first, :period::text as period
    from organizations o cross join lateral (select known_time_zone(o.timezone) as zone) z
    where o.organization_id = :site
), channels_of as materialized (
    select v.channel_id, v.channel_name, k.channel_type, v.counts_toward_site, v.interval_seconds
    from chosen s join v_site_channels v on v.organization_id = s.site join channels k using (channel_id)
), of_channels as materialized (
    select b.* from chosen s cross join lateral channel_energy_bins((select array_agg(channel_id) from channels_of),
        s.start_at, s.end_at, 'all') b
), of_days as materialized (
    select d.* from chosen s cross join lateral channel_energy_days((select array_agg(channel_id) from channels_of
        where counts_toward_site), s.start_at, s.end_at) d
), certificates as materialized (
    -- CalTRACK 2.2: at most 37 of 365 days missing in the baseline year, over 90 % of the hours of a month
    select c.channel_id, c.channel_name, m.share as month_share, y.days_missing, y.days, y.days_expected
    from channels_of c cross join chosen s
    cross join lateral (select sum(q.kept)::numeric / nullif(sum(q.due), 0) as share from v_channel_days q
        where q.channel_id = c.channel_id and q.local_day >= s.first_day and q.local_day < s.end_day) m
    cross join lateral (select 365 - count(*) filter (where q.kept > 0 and q.kept >= 0.5 * q.due) as days_missing,
            count(*) as days, 365 as days_expected from v_channel_days q
        where q.channel_id = c.channel_id and q.local_day >= s.end_day - 365 and q.local_day < s.end_day) y
    where c.counts_toward_site
)
select jsonb_build_object(
    'siteId', s.site, 'siteName', s.name, 'timezone', s.zone, 'period', s.period, 'firstDay', s.first_day,
    'endDay', s.end_day,
    'total', (select to_jsonb(e) - '{bin_start,bin_end,local_start}'::text[]
        from site_energy(s.site, s.start_at, s.end_at) e),
    'before', (select to_jsonb(e) - '{bin_start,bin_end,local_start}'::text[]
        from site_energy(s.site, day_start(s.before_first, s.zone), s.start_at) e),
    'lastYear', (select to_jsonb(e) - '{bin_start,bin_end,local_start}'::text[]
        from site_energy(s.site, day_start((s.first_day - interval '1 year')::date, s.zone),
            day_start((s.end_day - interval '1 year')::date, s.zone)) e),
    'bins', (select coalesce(jsonb_agg(to_jsonb(e) - '{bin_start,bin_end}'::text[] order by e.bin_start), '[]')
        from site_energy(s.site, s.start_at, s.end_at, case s.period when 'daily' then 'hour' else 'day' end) e),
    'channels', (select coalesce(jsonb_agg(jsonb_build_object('channelId', c.channel_id, 'name', c.channel_name,
            'type', c.channel_type, 'counts', c.counts_toward_site, 'energy_kwh', trim_scale(b.energy_kwh),
            'estimated_kwh', trim_scale(b.estimated_kwh), 'suspect_kwh', trim_scale(b.suspect_kwh), 'due', b.due,
            'measured', b.measured, 'estimated', b.estimated, 'suspect', b.suspect,
            'missing', greatest(0, b.due - b.measured - b.estimated - b.suspect))
            order by c.counts_toward_site desc, b.energy_kwh desc nulls last, c.channel_id), '[]')
        from channels_of c left join of_channels b using (channel_id)),
    'meters', (select coalesce(jsonb_agg(jsonb_build_object('name', m.name, 'energy_kwh', e.energy_kwh,
            'due', e.due, 'measured', e.measured, 'estimated', e.estimated, 'suspect', e.suspect,
            'missing', e.missing) order by m.name, m.id), '[]')
        from virtual_meters m left join lateral virtual_meter_energy(m.id, s.start_at, s.end_at) e on true
        where m.organization_id = s.site),
    'load', (select to_jsonb(l) from site_load(s.site, s.first_day, s.end_day) l),
    'costs', (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from site_cost(s.site, s.first_day, s.end_day) c),
    'gaps', (select coalesce(jsonb_agg(to_jsonb(g) order by g.missing desc, g.channel_id, g.gap_start), '[]') from (
        select g.channel_id, c.channel_name as name, g.gap_start, g.gap_end, g.reason, g.missing_slots as missing
        from data_gaps g join channels_of c using (channel_id)
        where g.closed_at is null and g.reason <> 'not_yet_due' and g.gap_start < s.end_at and g.gap_end > s.start_at
        order by g.missing_slots desc, g.channel_id, g.gap_start limit 20) g),
    'gapReasons', (select coalesce(jsonb_agg(to_jsonb(g) order by g.missing desc, g.reason), '[]') from (
        select g.reason, count(*) as gaps, sum(g.missing_slots)::bigint as missing
        from data_gaps g join channels_of c using (channel_id)
        where g.closed_at is null and g.reason <> 'not_yet_due' and g.gap_start < s.end_at and g.gap_end > s.start_at
        group by g.reason) g),
    'estimates', (select coalesce(jsonb_agg(to_jsonb(e) order by e.kwh desc nulls last, e.method), '[]') from (
        select e.method, coalesce(e.total_source, 'no known total') as total_source, count(*) as gaps,
            sum(e.slots)::bigint as readings, trim_scale(round(sum(e.energy_kwh)::numeric, 6)) as kwh
        from estimates e join channels_of c using (channel_id)
        where e.method <> 'none' and e.gap_start < s.end_at and e.gap_end > s.start_at
        group by 1, 2) e),
    'findings', (select coalesce(jsonb_agg(to_jsonb(f) order by f.severity, f.channel_id, f.finding_start), '[]') from (
        select f.channel_id, c.channel_name as name, f.rule, f.severity, f.finding_start, f.finding_end, f.reason
        from quality_findings f join channels_of c using (channel_id)
        where f.closed_at is null and f.finding_start < s.end_at and f.finding_end > s.start_at
        order by f.severity, f.finding_id limit 20) f),
    'alerts', (select coalesce(jsonb_agg(to_jsonb(a) order by a.started_at, a.summary), '[]') from (
        select a.summary, a.severity, a.state, a.started_at, a.resolved_at,
            round(extract(epoch from coalesce(a.resolved_at, least(s.end_at, wattline_now())) - a.started_at))::bigint
                as lasted_seconds
        from alerts a where a.site_id = s.site and a.fired_at is not null and a.started_at < s.end_at
            and coalesce(a.resolved_at, 'infinity') > s.start_at
        order by a.started_at limit 30) a),
    'certificates', (select coalesce(jsonb_agg(jsonb_build_object('channelId', c.channel_id, 'name', c.channel_name,
            'monthShare', round(c.month_share, 4), 'baselineDaysMissing', c.days_missing,
            'monthSufficient', coalesce(c.month_share > 0.9, false), 'baselineSufficient', c.days_missing <= 37,
            'reasons', to_jsonb(array_remove(array[
                case when c.month_share is null then 'no reading was due in the period'
                    when c.month_share <= 0.9 then 'only ' || round(100 * c.month_share, 1)
                        || ' % of the period measured; needed: over 90 %' end,
                case when c.days_missing > 37 then c.days_missing
                    || ' of 365 days missing before the end of the period; allowed: 37' end], null)))
            order by c.channel_id), '[]') from certificates c),
    'anomalies', (select coalesce(jsonb_agg(to_jsonb(a) order by a.starts_at, a.channel_id), '[]') from (
        select a.channel_id, a.channel_name as name, a.sentence, a.cause, a.state, a.verdict, a.starts_at, a.ends_at,
            a.difference_kwh
        from v_anomalies a join channels_of c using (channel_id)
        where a.starts_at < s.end_at and a.ends_at > s.start_at and a.verdict is distinct from 'normal'
        order by abs(a.difference_kwh) desc nulls last limit 20) a),
    'rejected', (select coalesce(jsonb_agg(to_jsonb(d) order by d.readings desc, d.rule), '[]') from (
        select d.rule, count(*) as readings from dead_letters d join channels_of c using (channel_id)
        where d.status = 'open' and d.reading_timestamp >= s.start_at and d.reading_timestamp < s.end_at
        group by d.rule) d),
    'restated', (select jsonb_build_object('sentAt', x.sent_at, 'old', x.figures->'total',
            'channels', x.figures->'channels')
        from (select r.figures, max(d.sent_at) as sent_at from reports r join report_deliveries d using (report_id)
            where r.period = s.period and r.subject = s.site and r.period_start = s.first_day and d.state = 'sent'
            group by r.report_id order by max(d.sent_at) desc limit 1) x)
)::text as figures
from chosen s

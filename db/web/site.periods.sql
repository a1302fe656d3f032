-- Each period so far, until the last slot that is due, and the same part of the period before and of a year before.
select p.period, spans.span, spans.start_at, spans.end_at,
    b.energy_kwh, b.measured_kwh, b.estimated_kwh, b.suspect_kwh, b.catch_up_kwh, b.due as expected_readings,
    b.measured as measured_readings, b.estimated as estimated_readings, b.suspect as suspect_readings,
    b.missing as missing_readings, b.partial
from organizations o
cross join lateral (select known_time_zone(o.timezone) as zone) z
cross join lateral (select slot_at_or_before(:now::timestamptz
    - make_interval(secs => quality_setting('due-after-seconds')), 900) at time zone z.zone as until) u
cross join (values (1, 'today', 'day', interval '1 day'), (2, 'week', 'week', interval '7 days'),
    (3, 'month', 'month', interval '1 month'), (4, 'year', 'year', interval '1 year')) as p(nth, period, unit, length)
cross join lateral (values (1, 'now', interval '0'), (2, 'previous', p.length), (3, 'last_year', interval '1 year'))
    as s(nth, span, back)
cross join lateral (select s.span,
    (date_trunc(p.unit, u.until) - case when p.unit = 'week' and s.span = 'last_year' then interval '364 days'
        else s.back end) at time zone z.zone as start_at,
    (u.until - case when p.unit = 'week' and s.span = 'last_year' then interval '364 days'
        else s.back end) at time zone z.zone as end_at) spans
left join lateral site_energy(o.organization_id, spans.start_at, spans.end_at) b on true
where o.organization_id = :id and not (p.period = 'year' and s.span = 'last_year')
order by p.nth, s.nth

-- The sites that reports can be made of, each with its time zone.
select o.organization_id as site, known_time_zone(o.timezone) as zone from organizations o
where o.active and exists (select from v_site_channels c
    where c.organization_id = o.organization_id and c.counts_toward_site)
order by o.organization_id

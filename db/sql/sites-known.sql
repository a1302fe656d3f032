-- Ids and names of all sites.
select organization_id, organization_name from organizations order by organization_id

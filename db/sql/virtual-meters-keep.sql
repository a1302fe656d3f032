-- Writes the virtual meters of config/virtual-meters.yaml. Gives each channel that is not known. Parameter: a JSON
-- array.
with source as materialized (
    select * from jsonb_to_recordset(?::jsonb)
        as s(file_key text, name text, organization_id text, description text, parts jsonb)
), gone as (
    delete from virtual_meters where file_key is not null and file_key not in (select file_key from source)
), kept as (
    insert into virtual_meters as v (file_key, name, organization_id, description)
    select file_key, name, organization_id, description from source
    on conflict (file_key) do update set name = excluded.name, organization_id = excluded.organization_id,
        description = excluded.description
    returning v.id, v.file_key
), parts as materialized (
    select k.id, s.file_key, p.channel_id, p.weight, c.channel_id is not null as is_known
    from source s join kept k using (file_key)
    cross join lateral jsonb_to_recordset(s.parts) as p(channel_id integer, weight numeric)
    left join channels c on c.channel_id = p.channel_id
), dropped as (
    delete from virtual_meter_map m using kept k
    where m.virtual_meter_id = k.id
        and not exists (select from parts p where p.id = k.id and p.channel_id = m.channel_id)
), mapped as (
    insert into virtual_meter_map (virtual_meter_id, channel_id, weight)
    select id, channel_id, weight from parts where is_known
    on conflict (virtual_meter_id, channel_id) do update set weight = excluded.weight
)
select 'Channel ' || channel_id || ' of virtual meter ' || file_key as unknown from parts where not is_known order by 1

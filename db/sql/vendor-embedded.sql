-- The collections to request, by owner: rules and periods of each alarm, tariffs of each organization.
select 'alarms' as resource, alarm_id::text as owner, collection from vendor_alarms cross
  join (values ('alarmrules'), ('alarmperiods')) as c(collection) where active
union all
select 'organizations', organization_id, 'tariffs' from organizations where active
order by resource, owner, collection

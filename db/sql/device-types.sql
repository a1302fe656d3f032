-- The device types of the channels that are read: what fields each offers is asked for.
select distinct device_type from channels where active and device_type is not null order by device_type

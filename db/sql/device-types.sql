-- The device types of active channels, for requests of the fields that each offers.
select distinct device_type from channels where active and device_type is not null order by device_type

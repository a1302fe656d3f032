-- Open gaps of all channels, and the readings missing in them, by reason.
select reason, count(*) as gaps, sum(missing_slots) as slots from data_gaps where closed_at is null
group by reason order by reason

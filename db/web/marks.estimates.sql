select gap_start as start, gap_end as "end", method, energy_kwh, known_total_kwh, total_source
from (select distinct on (gap_id) * from estimates where channel_id = :id::integer and gap_start < :end::timestamptz
    and gap_end > :start::timestamptz
      order by gap_id, estimate_id desc) latest
where method <> 'none'
order by gap_start limit 2000

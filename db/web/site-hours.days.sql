select h.local_day as day, array_agg(h.hour_of_day order by h.hour_start) as hours,
    array_agg(h.energy_kwh::double precision order by h.hour_start) as kwh,
    array_agg(h.missing order by h.hour_start) as missing
from site_hours(:id, :start::date, :end::date) h
group by h.local_day order by h.local_day

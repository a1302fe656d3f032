-- Keeps a report once for the same figures; gives its number.
with kept as (
    insert into reports (period, subject, period_start, period_end, figures, figures_hash, made_at)
    values (:period, :site, :first::date, :end::date, :figures::jsonb, :hash, :now::timestamptz)
    on conflict (period, subject, period_start, figures_hash) do nothing
    returning report_id
)
select report_id from kept
union all
select report_id from reports
where period = :period and subject = :site and period_start = :first::date and figures_hash = :hash
limit 1

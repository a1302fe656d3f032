-- Completeness is always kept / expected.

create or replace function completeness(range_start timestamptz, range_end timestamptz,
  channel_ids integer[] default null)
    returns table (channel_id integer, expected bigint, kept bigint, estimated bigint, missing bigint,
      completeness double precision) language sql stable as $$
    with spans as materialized (select * from expected_spans(range_start, range_end, channel_ids)),
    slots as (
        select channel_id, sum(extract(epoch from span_end - span_start) / interval_seconds)::bigint as expected
          from spans group by channel_id
    ), there as (
        select s.channel_id, count(*) filter (where r.data_quality <> 'estimated') as kept,
          count(*) filter (where r.data_quality = 'estimated') as estimated
        from spans s join readings r on r.channel_id = s.channel_id and r."timestamp" >= s.span_start
          and r."timestamp" < s.span_end
        where is_counted(r.data_quality, r.quality_method) and extract(epoch
          from r."timestamp") % s.interval_seconds = 0
        group by s.channel_id
    )
    select s.channel_id, s.expected, coalesce(t.kept, 0), coalesce(t.estimated, 0),
      s.expected - coalesce(t.kept, 0) - coalesce(t.estimated, 0),
        coalesce(t.kept, 0) / nullif(s.expected, 0)::double precision
    from slots s left join there t using (channel_id)
$$;
comment on function completeness(timestamptz, timestamptz,
  integer[]) is 'Per channel: readings that should start within [range_start, range_end), those that are measured and '
  'kept, those that are estimated, those that are missing, and kept / expected (0 to 1). An estimate does not count '
  'as kept. Channels without expected readings are left out. channel_ids null = all.';

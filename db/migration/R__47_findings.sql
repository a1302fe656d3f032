-- Which readings findings make suspect, and how acceptance changes that.

create or replace function mark_readings(p_channel_id integer, p_from timestamptz, p_to timestamptz,
  as_of timestamptz) returns bigint language sql volatile as $$
    with marks as (
        select r."timestamp", r.quality_method, coalesce('finding:' || f.rule, 'anomaly:' || a.detector) as wanted
        from readings r
        left join lateral (
            select rule from quality_findings q
            where q.marks and finding_counts(q.closed_at, q.accepted_until, as_of)
                and q.channel_id = p_channel_id and q.finding_start <= r."timestamp" and q.finding_end > r."timestamp"
            order by array_position(array['critical', 'warning', 'info'], q.severity), q.rule limit 1
        ) f on true
        left join lateral (
            select n.detector from anomalies n
            where n.marks and n.state in ('open', 'over') and n.verdict is distinct from 'normal'
                and n.channel_id = p_channel_id and n.starts_at <= r."timestamp" and n.ends_at > r."timestamp"
            order by n.detector limit 1
        ) a on true
        where r.channel_id = p_channel_id and r."timestamp" >= p_from and r."timestamp" < p_to
            and (r.data_quality = 'measured' or r.data_quality = 'suspect' and r.quality_method ~ '^(finding|anomaly):')
    ), marked as (
        update readings r set data_quality = case when m.wanted is null then 'measured' else 'suspect' end,
          quality_method = m.wanted
        from marks m where r.channel_id = p_channel_id and r."timestamp" = m."timestamp"
          and m.quality_method is distinct from m.wanted
        returning 1
    )
    select count(*) from marked
$$;
comment on function mark_readings(integer, timestamptz, timestamptz,
  timestamptz)
  is 'Marks readings of a channel within [from, to): measured ones that an open finding covers, or an anomaly that is '
  'a fault of the meter beyond doubt, become suspect, and suspect ones that none covers any more, or only '
  'accepted ones, become measured again. Returns how many '
  'changed. Only data_quality and quality_method change: run_id stays, and a poll that brings the same values again '
  'leaves the mark (readings-keep.sql). Catch-up energy, estimates and edits keep their own marks.';

create or replace function accept_finding(p_finding_id bigint, p_until timestamptz, p_who text, p_reason text,
  as_of timestamptz) returns boolean language plpgsql as $$
declare
    finding quality_findings;
begin
    update quality_findings set accepted_at = as_of, accepted_until = p_until, accepted_by = p_who,
      accepted_reason = p_reason
    where finding_id = p_finding_id and closed_at is null returning * into finding;
    if finding.finding_id is null then
        return false;
    end if;
    perform mark_readings(finding.channel_id, finding.finding_start, finding.finding_end, as_of);
    return true;
end $$;
comment on function accept_finding(bigint, timestamptz, text, text,
  timestamptz)
  is 'Accepts an open finding, since the readings are right, until a time (infinity = for ever). False where no such '
  'finding is open.';

create or replace function withdraw_acceptance(p_finding_id bigint, as_of timestamptz) returns boolean language plpgsql
  as $$
declare
    finding quality_findings;
begin
    update quality_findings set accepted_at = null, accepted_until = null, accepted_by = null, accepted_reason = null
    where finding_id = p_finding_id and closed_at is null and accepted_at is not null returning * into finding;
    if finding.finding_id is null then
        return false;
    end if;
    perform mark_readings(finding.channel_id, finding.finding_start, finding.finding_end, as_of);
    return true;
end $$;
comment on function withdraw_acceptance(bigint,
  timestamptz) is 'Withdraws the acceptance of an open finding, so that it counts again. False where there is none.';

create or replace function open_findings(p_channel_id integer, p_from timestamptz, p_to timestamptz, as_of timestamptz)
    returns table (finding_id bigint, start timestamptz, "end" timestamptz, rule text, severity text, reason text,
      counts boolean, accepted_by text, accepted_reason text, accepted_until timestamptz)
    language sql stable as $$
    select finding_id, finding_start, finding_end, rule, severity, reason,
      finding_counts(closed_at, accepted_until, as_of), accepted_by, accepted_reason, nullif(accepted_until, 'infinity')
    from quality_findings
      where channel_id = p_channel_id and closed_at is null and finding_start < p_to and finding_end > p_from
$$;
comment on function open_findings(integer, timestamptz, timestamptz,
  timestamptz)
  is 'Open findings of a channel that reach into [from, to), as of an instant. counts: the finding is not accepted '
  'now; accepted_until is null where the acceptance has no end, or where there is none.';

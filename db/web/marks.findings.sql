select * from open_findings(:id::integer, :start::timestamptz, :end::timestamptz, :now::timestamptz) order by start,
    finding_id limit 2000

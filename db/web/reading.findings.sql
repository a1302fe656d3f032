select * from open_findings(:id::integer, :timestamp::timestamptz, :timestamp::timestamptz + interval '1 microsecond',
    :now::timestamptz) order by finding_id limit 100

select * from open_findings(:id::integer, '-infinity', 'infinity', :now::timestamptz) order by start desc,
    finding_id desc limit 200

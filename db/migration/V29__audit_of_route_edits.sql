-- Edits of routes/ are written to the audit log; they come as files.
alter table audit_log drop constraint audit_log_via_check;
alter table audit_log add constraint audit_log_via_check check (via in ('http', 'jmx', 'cli', 'file'));
comment on column audit_log.via is 'The way it came: http (dashboard and API), jmx, cli, file (an edit of routes/).';

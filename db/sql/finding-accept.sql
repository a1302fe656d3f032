-- Accepts an open finding; false where it does not exist. Parameters: its id, until when, who, why, now.
select accept_finding(?, ?::timestamptz, ?, ?, ?)

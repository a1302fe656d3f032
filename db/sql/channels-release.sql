-- New channels become due: the fields of their device types are known, or the source did not say.
update poll_state set next_poll_at = null where next_poll_at = 'infinity'

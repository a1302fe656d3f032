-- New channels are due from now on: what fields their device types offer is known, or has been asked in vain.
update poll_state set next_poll_at = null where next_poll_at = 'infinity'

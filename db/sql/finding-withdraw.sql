-- Withdraws the acceptance of a finding; false where none is open and accepted. Parameters: its id, now.
select withdraw_acceptance(?, ?)

-- Whether a rule, or the stage where no rule did, has set anything aside. Parameter: the rule.
select exists (select from dead_letters where coalesce(rule, stage) = ?) as known

-- Rules, and stages where no rule did, that have set something aside.
select distinct coalesce(rule, stage) as rule from dead_letters order by 1

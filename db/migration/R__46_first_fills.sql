-- Channels whose history is still being fetched for the first time, by the database's clock within the last 15 minutes.
do 'begin perform set_views_aside(); end';

create view v_first_fills as
with new_ones as materialized (
    select p.channel_id, greatest(c.created_at, (select l.created_at from ingestion_logs l
      where l.channel_id = p.channel_id and l.status = 'success' order by l.end_time desc limit 1)) as moved_at
    from poll_state p join channels c using (channel_id) where p.filled_at is null and c.active
)
select channel_id, moved_at from new_ones
  where (select max(moved_at) from new_ones) > clock_timestamp() - interval '15 minutes';
comment on view v_first_fills
  is 'Channels whose history is being fetched for the first time, or waits for its turn while that of others is: no '
  'alert calls them late. None, once nothing of any of them has come for 15 minutes.';
comment on column v_first_fills.moved_at
  is 'When something of it last came, or it became known, by the database''s clock.';

do 'begin perform bring_views_back(); end';

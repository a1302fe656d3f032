-- v_ingestion_quality follows channel_day_quality; concurrently, so that people read on meanwhile.
refresh materialized view concurrently v_ingestion_quality

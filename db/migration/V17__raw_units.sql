set local client_min_messages = warning;

comment on column readings.raw is 'JSON: values of codes without a column, as they arrive, by code. "XQ9.unit" is the unit of XQ9 where it is not the catalogue''s. Null where every code has a column.';

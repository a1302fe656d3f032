-- Variant: columns that were added later under names of their own. power_w1 .. 3 hold kW, energy_wh1 .. 3 hold kWh.
alter table readings add apparent_power_va real, add frequency_hz real, add thd_current real, add neutral_current_a real, add cost real,
  add voltage_v1 real, add voltage_v2 real, add voltage_v3 real, add current_a1 real, add current_a2 real, add current_a3 real, add power_w1 real, add power_w2 real, add power_w3 real,
  add power_factor_1 real, add power_factor_2 real, add power_factor_3 real, add energy_wh1 real, add energy_wh2 real, add energy_wh3 real, add note text;
update readings set apparent_power_va = 1234.5, frequency_hz = 59.98, thd_current = 4.1, neutral_current_a = 0.3, cost = 0.17,
  voltage_v1 = 230.1, voltage_v2 = 230.2, voltage_v3 = 230.3, current_a1 = 1.1, current_a2 = 1.2, current_a3 = 1.3, power_w1 = 0.1, power_w2 = 0.2, power_w3 = 0.3,
  power_factor_1 = 0.91, power_factor_2 = 0.92, power_factor_3 = 0.93, energy_wh1 = 0.7, energy_wh2 = 0.8, energy_wh3 = 0.9, note = 'seen' where channel_id = 101;
create view v_phases as select channel_id, "timestamp", power_w1, power_w2, power_w3, voltage_v1 from readings;

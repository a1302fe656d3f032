/**
 * How much energy channels, sites and virtual meters use, and how sure that is. The figures come from {@code
 * R__42_energy.sql}: {@code site_energy}, {@code channel_energy}, {@code virtual_meter_energy}, {@code site_load} and
 * {@code site_cost}. This package keeps up to date what they read: the definitions of {@code
 * config/virtual-meters.yaml} and {@code config/tariffs.yaml}, and table {@code site_days}.
 * <p>
 * Read {@link io.wattline.energy.VirtualMeter} and {@link io.wattline.energy.Tariff} first (what the files define),
 * then {@link io.wattline.energy.EnergyDefinitions} (how a change of a file reaches the database) and
 * {@link io.wattline.energy.SiteDays} (the days that a change of readings has touched).
 * <p>
 * The package may use {@code database}, {@code yaml}, {@code settings} and {@code module}.
 */
package io.wattline.energy;

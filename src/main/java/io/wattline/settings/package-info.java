/**
 * Settings: what can be set, where it is set, and what is wrong with it.
 *
 * <p>Reading order: {@link io.wattline.settings.Setting} (the annotation at a component of a settings record: key,
 * default, bounds, meaning) and {@link io.wattline.settings.SettingsGroup} (such a record), {@code SettingKey} and
 * {@code SettingRule} (how a value is checked), {@link io.wattline.settings.SettingsLoader} (reads defaults, files and
 * environment, later sources first) and {@code SettingsReader} (makes the records),
 * {@link io.wattline.settings.SettingsException} (everything that is wrong, in one message). Values:
 * {@link io.wattline.settings.Durations} ({@code 15m}), {@link io.wattline.settings.Cron},
 * {@link io.wattline.settings.Secret} (never printed), {@link io.wattline.settings.Home} (where {@code routes/},
 * {@code config/} and {@code data/} are). {@link io.wattline.settings.NearMiss} finds the known name nearest to an
 * unknown one; {@link io.wattline.settings.Times} writes times and durations in messages.
 *
 * <p>A message names the key, what was found, what is allowed and where to change it.
 *
 * <p>The package uses nothing else of Wattline.
 */
package io.wattline.settings;

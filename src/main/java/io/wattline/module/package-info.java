/**
 * What a feature is to the application.
 *
 * <p>Each feature has a class {@code XModule} that implements {@link io.wattline.module.FeatureModule}: it creates the
 * objects of the feature from the {@link io.wattline.module.Foundation} (settings, database, clock) and from what other
 * modules give it, binds the beans that routes call ({@link io.wattline.module.Beans}), and states the properties that
 * routes read. {@code io.wattline.app.Modules} is the list of the modules.
 *
 * <p>To read a feature, begin with its package-info, then its module: the constructor shows what the feature needs of
 * others, and {@code bind} shows what routes may call.
 *
 * <p>A module may use Camel and its own settings record. It knows other features by the typed values that its
 * constructor takes, never by name or by a map.
 */
package io.wattline.module;

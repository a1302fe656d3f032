/**
 * What a feature is to the application.
 *
 * <p>Each feature has a class {@code XModule} that implements {@link io.wattline.module.FeatureModule}: it makes the
 * objects of the feature out of the {@link io.wattline.module.Foundation} and of what other modules give it, binds
 * those that routes call ({@link io.wattline.module.Beans}), and states the properties that routes read. {@code
 * io.wattline.app.Modules} is the list of them.
 *
 * <p>A module may use Camel and its own settings record. It knows other features by the typed values that its
 * constructor takes.
 */
package io.wattline.module;

/**
 * Everything that knows the Eniscope API: session, requests, responses, lists, metadata, events and readings.
 *
 * <p>Other features call these entry points, which stay when another source takes its place (see {@code
 * docs/second-source.md}):
 * <ul>
 * <li>{@code direct:eniscope-metadata}: reads organizations, devices, meters, channels, offered fields and events;
 * <li>{@code direct:eniscope-readings}: a {@code Window} in, a {@code Page} out;
 * <li>{@code direct:eniscope-counters}: a {@code CounterRequest} in, {@code CounterBins} out;
 * <li>{@code direct:eniscope-offered-fields}: the id of a channel in, a {@code FieldOffer} out;
 * <li>{@code direct:eniscope-ask}: a {@code SourceRequest} in, a {@code SourceResponse} out, for discovery.
 * </ul>
 * They throw a {@code SourceException}, or an {@code UnusableResponseException} where the response cannot be trusted.
 * Bad records are values.
 *
 * <p>Reading order: {@link io.wattline.eniscope.EniscopeModule}; {@link io.wattline.eniscope.Call} with {@link
 * io.wattline.eniscope.RequestHeaders}, {@link io.wattline.eniscope.ResponseReader} and {@link
 * io.wattline.eniscope.ResponseVerdict} (one request); {@link io.wattline.eniscope.Session} (the log-in); {@link
 * io.wattline.eniscope.Listing} (paged lists); {@link io.wattline.eniscope.Normaliser} (readings); {@link
 * io.wattline.eniscope.CounterCalls} (energy totals).
 *
 * <p>May use {@code source}, {@code field}, {@code reading}, {@code channel}, {@code json}, {@code settings} and {@code
 * module}. Only {@code app} and {@code lab} may use this package.
 */
package io.wattline.eniscope;

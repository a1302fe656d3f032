/**
 * What the source offers: its endpoints, the fields of its channels, and changes in the form of its responses.
 *
 * <p>Reading order, by command:
 * <ul>
 * <li>{@code ./wattline discover}: {@link io.wattline.discovery.Explorer}, {@link io.wattline.discovery.EndpointWalk},
 * {@link io.wattline.discovery.ResponseStudy}, and {@link io.wattline.discovery.ApiDocuments} for the files that it
 * writes;
 * <li>{@code ./wattline map-fields}: {@link io.wattline.discovery.FieldMaps}, {@link io.wattline.discovery.FieldMap}
 * and {@link io.wattline.discovery.Proposals};
 * <li>{@code ./wattline backfill --from-raw}: {@link io.wattline.discovery.RawValues};
 * <li>{@code ./wattline drift}: {@link io.wattline.discovery.DriftWatch}, which looks at every response, and {@link
 * io.wattline.discovery.DriftFindings}.
 * </ul>
 *
 * <p>May use {@code source}, {@code field}, {@code reading}, {@code database}, {@code yaml}, {@code settings} and
 * {@code module}. It does not know which source it explores: the reader of field codes comes from the source's module.
 */
package io.wattline.discovery;

/**
 * Requests to the source, its responses, and the ways in which it can fail. No class here knows which source it is.
 *
 * <p>Reading order: {@link io.wattline.source.SourceRequest} and {@link io.wattline.source.SourceResponse}; {@link
 * io.wattline.source.SourceException} and its kinds, which say whether a retry may help; {@link
 * io.wattline.source.RequestGate}, which shuts when the process stops; {@link io.wattline.source.SourceState}, which
 * health and metrics read; {@link io.wattline.source.FieldOffer}, the fields that the source offers for a channel.
 *
 * <p>Uses no other package. {@code eniscope} sends the requests; the features that read the source handle the
 * exceptions.
 */
package io.wattline.source;

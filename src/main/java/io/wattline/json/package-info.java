/**
 * JSON on its way between the source and the database.
 *
 * <p>{@link io.wattline.json.JsonTokens} reads tokens of a response: numbers that arrive as text, timestamps in
 * seconds, and the byte position at which a token begins and ends. {@link io.wattline.json.Jsonb} changes a document so
 * that a {@code jsonb} column accepts it: PostgreSQL refuses NUL characters, half surrogate pairs and numbers beyond
 * its range, all of which are valid JSON.
 *
 * <p>Why this is code of our own: a payload must be kept byte for byte, and one refused character must not lose the
 * other readings of its batch.
 *
 * <p>The package uses Jackson and nothing else of Wattline. It is plain Java.
 */
package io.wattline.json;

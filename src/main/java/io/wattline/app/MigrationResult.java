package io.wattline.app;

/**
 * What a migration did.
 *
 * @param before  version of the schema before; null where there was none
 * @param after   version now
 * @param applied migrations that ran
 * @param adopted rows of {@code readings} that people had already
 */
public record MigrationResult(String before, String after, int applied, long adopted) {
}

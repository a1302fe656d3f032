package io.wattline.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something that a caller may or must say.
 *
 * @param place  path, query or body
 * @param schema JSON schema of the value, references resolved
 */
record Argument(String name, String place, boolean required, JsonNode schema) {
}

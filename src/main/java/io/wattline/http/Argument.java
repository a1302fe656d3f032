package io.wattline.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One argument of an operation.
 *
 * @param place  path, query or body
 * @param schema JSON schema of the value, without references
 */
record Argument(String name, String place, boolean required, JsonNode schema) {
}

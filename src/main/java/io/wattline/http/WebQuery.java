package io.wattline.http;

/**
 * What is asked for over HTTP, by somebody who may.
 *
 * @param path   as it was sent, without the query
 * @param query  as it was sent; null where there is none
 * @param body   null where there is none
 * @param origin address of the caller
 */
public record WebQuery(String method, String path, String query, String body, String origin) {
}

package io.wattline.http;

/**
 * A request that the guard has let through.
 *
 * @param path   as it was sent, without the query
 * @param query  as it was sent; null where there is none
 * @param body   null where there is none
 * @param origin address of the client
 */
public record ApiRequest(String method, String path, String query, String body, String origin) {
}

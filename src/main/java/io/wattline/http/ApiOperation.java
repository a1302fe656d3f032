package io.wattline.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One operation of the API.
 *
 * @param id        such as {@code channels}: the name of its statements in {@code db/web} and, after {@code web-}, of
 *                  its route
 * @param method    GET, or POST where the operation changes something
 * @param summary   for people
 * @param arguments of path, query and body
 * @param response  schema of response 200; missing where the response is not JSON
 */
public record ApiOperation(String id, String method, PathTemplate template, String summary, List<Argument> arguments,
                           JsonNode response) {

    /** Whether the operation changes something. */
    public boolean acts() {
        return method.equals("POST");
    }

    /** The path with names in braces. */
    public String path() {
        return template.text();
    }
}

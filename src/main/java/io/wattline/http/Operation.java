package io.wattline.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One thing that can be asked for or done.
 *
 * @param id        its name, such as {@code channels}: also that of its statements in {@code db/web} and, after {@code web-}, of its route
 * @param method    GET, or POST where it changes something
 * @param summary   for people
 * @param arguments of path, query and body
 * @param response  schema of the answer 200; missing where it is no JSON
 */
public record Operation(String id, String method, PathTemplate template, String summary, List<Argument> arguments, JsonNode response) {

    /** Whether it changes something. */
    public boolean acts() {
        return method.equals("POST");
    }

    /** Path with names in braces. */
    public String path() {
        return template.text();
    }

    /** Whether a caller may choose the form of the answer. */
    boolean has(String argument) {
        return arguments.stream().anyMatch(each -> each.name().equals(argument));
    }
}

package io.wattline.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A query as PostgreSQL keeps it of a view ({@code pg_rewrite.ev_action}): nodes with a name and fields, lists, and
 * words. Fields hold a {@link NodeTree}, a list or a text; of several words the first.
 */
record NodeTree(String name, Map<String, Object> fields) {

    /** The query of a view. */
    static NodeTree read(String action) {
        return (NodeTree) ((List<?>) new Reader(action).value()).get(0);
    }

    NodeTree node(String field) {
        return fields.get(field) instanceof NodeTree node ? node : null;
    }

    List<?> list(String field) {
        return fields.get(field) instanceof List<?> list ? list : List.of();
    }

    /** The nodes of a list. */
    List<NodeTree> nodes(String field) {
        return list(field).stream().filter(NodeTree.class::isInstance).map(NodeTree.class::cast).toList();
    }

    String text(String field) {
        return String.valueOf(fields.get(field));
    }

    int number(String field) {
        return Integer.parseInt(text(field));
    }

    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Object value() {
            skipBlanks();
            return switch (text.charAt(at)) {
                case '{' -> node();
                case '(' -> list();
                default -> word();
            };
        }

        private NodeTree node() {
            at++;
            String name = word();
            Map<String, Object> fields = new LinkedHashMap<>();
            String field = null;
            for (skipBlanks(); text.charAt(at) != '}'; skipBlanks()) {
                Object value = value();
                if (value instanceof String word && word.startsWith(":")) {
                    field = word.substring(1);
                } else {
                    fields.putIfAbsent(field, value);
                }
            }
            at++;
            return new NodeTree(name, fields);
        }

        private List<Object> list() {
            at++;
            List<Object> values = new ArrayList<>();
            for (skipBlanks(); text.charAt(at) != ')'; skipBlanks()) {
                values.add(value());
            }
            at++;
            return values;
        }

        private String word() {
            skipBlanks();
            StringBuilder word = new StringBuilder();
            while (at < text.length() && " \n{}()".indexOf(text.charAt(at)) < 0) {
                at += text.charAt(at) == '\\' ? 1 : 0;
                word.append(text.charAt(at++));
            }
            return word.toString();
        }

        private void skipBlanks() {
            while (Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}

package io.wattline.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A short description of responses: names with the same type share a line, and rows of several responses are described
 * once.
 */
final class ResponseForms {

    /** Rows with fewer names are repeated, which is shorter than a reference. */
    private static final int NAMES_MIN = 4;

    /**
     * A line for people.
     *
     * @param where path of the object with the names; empty for the response itself
     * @param names empty where the line is about the place itself
     */
    record Line(String where, String what, List<String> names) {
    }

    /** A row of a list: its names, with what each holds. */
    private record Row(String described, Map<String, String> words) {

        boolean isWithin(Map<String, String> others) {
            return words.entrySet().stream()
                    .allMatch(each ->
                            others.containsKey(each.getKey()) || each.getValue().contains(SchemaPaths.NOT_ALWAYS));
        }
    }

    private final List<Row> rows = new ArrayList<>();

    private ResponseForms() {
    }

    /** By name of the endpoint, in the order given. The list of a resource describes its rows. */
    static Map<String, List<Line>> of(List<Endpoint> endpoints) {
        ResponseForms forms = new ResponseForms();
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        endpoints.forEach(endpoint -> lines.put(endpoint.name(), null));
        endpoints.stream()
                .sorted(Comparator.comparing(
                        (Endpoint endpoint) -> endpoint.template().contains("/")))
                .forEach(endpoint -> lines.put(endpoint.name(), forms.lines(endpoint)));
        return lines;
    }

    private List<Line> lines(Endpoint endpoint) {
        Map<String, String> paths = SchemaPaths.of(endpoint.structure());
        List<Line> lines = new ArrayList<>();
        List<Row> own = new ArrayList<>();
        places(paths).forEach(place -> {
            Map<String, String> words = below(place, paths);
            rows.stream()
                    .filter(row -> row.isWithin(words))
                    .max(Comparator.comparingInt(row -> row.words().size()))
                    .ifPresentOrElse(
                            row -> {
                                lines.add(new Line(place, "as " + row.described(), List.of()));
                                removeDescribed(place, words, row, paths);
                            },
                            () -> own.add(new Row("`" + place + "` of `" + endpoint.name() + "`", words)));
        });
        own.stream()
                .filter(row -> !row.described().startsWith("``") && row.words().size() >= NAMES_MIN)
                .forEach(rows::add);
        lines.addAll(grouped(paths));
        return lines;
    }

    private static void removeDescribed(
            String place, Map<String, String> words, Row row, Map<String, String> paths) {
        paths.keySet().removeAll(List.of(place, place.replaceFirst("\\[]$", "")));
        words.keySet().stream()
                .filter(name -> holdsNoMore(words.get(name), row.words().get(name)))
                .forEach(name -> paths.remove(place.isEmpty() ? name : place + "." + name));
    }

    /** The response itself, and each list of objects in it. */
    private static List<String> places(Map<String, String> paths) {
        List<String> places = new ArrayList<>(List.of(""));
        paths.keySet().stream()
                .filter(path -> path.endsWith("[]") && !below(path, paths).isEmpty())
                .forEach(places::add);
        return places;
    }

    private static Map<String, String> below(String place, Map<String, String> paths) {
        if (place.isEmpty()) {
            return new TreeMap<>(paths);
        }
        Map<String, String> below = new TreeMap<>();
        paths.forEach((path, words) -> {
            if (path.startsWith(place + ".")) {
                below.put(path.substring(place.length() + 1), words);
            }
        });
        return below;
    }

    /** One row shows less than many rows do: neither repeated values nor nulls. */
    private static boolean holdsNoMore(String words, String rowWords) {
        return rowWords != null
                && List.of(rowWords.split(",")[0].split(" or ")).containsAll(Set.of(words.split(",")[0].split(" or ")));
    }

    private static List<Line> grouped(Map<String, String> paths) {
        Map<String, Map<String, List<String>>> names = new TreeMap<>();
        paths.forEach((path, words) -> {
            if (!isPlainContainer(path, words, paths)) {
                int dot = path.lastIndexOf('.');
                names.computeIfAbsent(dot < 0 ? "" : path.substring(0, dot), where -> new TreeMap<>())
                        .computeIfAbsent(words, what -> new ArrayList<>())
                        .add(path.substring(dot + 1));
            }
        });
        List<Line> lines = new ArrayList<>();
        names.forEach((where, byWords) -> byWords.forEach((what, each) -> lines.add(new Line(where, what, each))));
        return lines;
    }

    /** Whether lines below imply that it is an object or an array. */
    private static boolean isPlainContainer(String path, String words, Map<String, String> paths) {
        return (words.equals("object") || words.equals("array"))
                && paths.keySet().stream()
                        .anyMatch(other -> other.startsWith(path + ".") || other.startsWith(path + "["));
    }
}

package io.wattline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Links in Markdown files lead somewhere: to a file of this repository, and to a heading of it. What is on other
 * machines is not asked for.
 */
class LinksTest {

    private static final Pattern LINK =
            Pattern.compile("\\[[^\\]]*]\\(\\s*<?([^)\\s>]+)>?[^)]*\\)|(?m)^\\[[^\\]]+]:\\s+(\\S+)");
    private static final Pattern CODE = Pattern.compile("(?ms)^ {0,3}(```|~~~).*?^ {0,3}\\1|(`+)[^`].*?\\2|^(?: "
            + "{4}|\\t).*?$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?)\\s*#*$");
    private static final Pattern ANCHOR = Pattern.compile("<a (?:id|name)=\"([^\"]+)\"");
    private static final Set<String> NOT_OURS = Set.of("target", "data", ".git", "node_modules", ".library");

    @Test
    void every_link_to_a_file_of_this_repository_finds_it_and_its_heading() throws IOException {
        List<Path> files = markdown();
        List<String> broken = new ArrayList<>();
        for (Path file : files) {
            for (String target : targets(Documents.read(file))) {
                String problem = problem(file, target);
                if (problem != null) {
                    broken.add(file + ": " + target + ": " + problem);
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(4);
        assertThat(broken).as("links that lead nowhere").isEmpty();
    }

    @Test
    void documents_that_settings_and_routes_name_are_there() throws IOException {
        for (Path file : Stream.of(
                        Documents.files("config", ".yaml"),
                        Documents.files("routes", ".yaml"),
                        Documents.files("config", ".properties"))
                .flatMap(List::stream)
                .toList()) {
            Pattern.compile("docs/[\\w/.-]+\\.(?:md|json|sql)")
                    .matcher(Documents.read(file))
                    .results()
                    .map(match -> match.group())
                    .forEach(name ->
                            assertThat(Path.of(name)).as(file.toString()).exists());
        }
    }

    @Test
    void a_link_that_leads_nowhere_is_found() {
        assertThat(targets("[a](b.md) `[c](d.md)` ![e](f.png \"g\")\n```\n[h](i.md)\n```\n[j]: k.md\n"))
                .containsExactly("b.md", "f.png", "k.md");
        assertThat(problem(Path.of("README.md"), "docs/nothing.md")).isEqualTo("no such file");
        assertThat(problem(Path.of("README.md"), "#nothing-here")).isEqualTo("no such heading");
        assertThat(problem(Path.of("docs/x.md"), "../README.md#how-a-reading-flows")).isNull();
        assertThat(problem(Path.of("README.md"), "../outside.md")).isEqualTo("leads out of the repository");
        assertThat(anchors("# A `b` & c_d!\n## A\n## A\n<a id=\"e\"></a>"))
                .containsExactlyInAnyOrder("a-b--c_d", "a", "a-1", "e");
    }

    private static List<String> targets(String text) {
        return LINK.matcher(CODE.matcher(text).replaceAll(""))
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .toList();
    }

    /** Null where the link is well. */
    private static String problem(Path file, String target) {
        if (target.matches("[a-z][a-z0-9+.-]*:.*")) {
            return null;
        }
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        Path to = path.isEmpty() ? file : Path.of("").resolve(file.resolveSibling(path)).normalize();
        if (to.startsWith("..")) {
            return "leads out of the repository";
        }
        if (!Files.exists(to)) {
            return "no such file";
        }
        return hash >= 0
                        && to.toString().endsWith(".md")
                        && !anchors(Documents.read(to)).contains(target.substring(hash + 1))
                ? "no such heading"
                : null;
    }

    /** As GitHub makes them out of headings. */
    private static Set<String> anchors(String text) {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        String prose = Pattern.compile("(?ms)^```.*?^```").matcher(text).replaceAll("");
        HEADING.matcher(prose)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .forEach(slug ->
                        anchors.add(seen.merge(slug, 1, Integer::sum) == 1 ? slug : slug + "-" + (seen.get(slug) - 1)));
        ANCHOR.matcher(text).results().forEach(anchor -> anchors.add(anchor.group(1)));
        return anchors;
    }

    private static List<Path> markdown() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            return files.filter(file -> file.toString().endsWith(".md")
                            && Stream.iterate(file, Path::getParent)
                                    .takeWhile(part -> part != null)
                                    .noneMatch(part ->
                                            NOT_OURS.contains(part.getFileName().toString())))
                    .sorted()
                    .toList();
        }
    }
}

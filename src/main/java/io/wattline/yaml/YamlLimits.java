package io.wattline.yaml;

import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Bounds of a YAML file that others may have written, looked at before anything is made of it: size, depth, and forms
 * of YAML in which a short text stands for a long one, for an object, or for something else to another reader of YAML.
 */
public final class YamlLimits {

    private static final int SIZE_MAX = 256 * 1024;
    private static final int DEPTH_MAX = 60;

    private final String name;
    private int depth;
    private int documents;

    private YamlLimits(String name) {
        this.name = name;
    }

    /** {@link YamlFileException} where the text exceeds a bound. */
    public static void check(String name, String text) {
        YamlLimits limits = new YamlLimits(name);
        if (text.length() > SIZE_MAX) {
            throw limits.refused(1, text.length() + " characters", "at most " + SIZE_MAX);
        }
        limits.characters(text);
        try {
            for (Event event : new Yaml(new LoaderOptions()).parse(new StringReader(text))) {
                limits.event(event);
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw limits.refused(line, "no valid YAML, " + e.getProblem(), "valid YAML");
        } catch (YAMLException e) {
            throw limits.refused(1, "no valid YAML, " + e.getMessage(), "valid YAML");
        }
    }

    /** Some characters end a line in one version of YAML and not in the other. */
    private void characters(String text) {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean isLayout = each == '\n' || each == '\r' || each == '\t';
            if (Character.isISOControl(each) && !isLayout
                    || each == '\u2028'
                    || each == '\u2029'
                    || each == '\uFEFF'
                    || each == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                throw refused(line, String.format("the character U+%04X", (int) each), "printable characters");
            }
            line += each == '\n' ? 1 : 0;
        }
    }

    private void event(Event event) {
        int line = event.getStartMark().getLine() + 1;
        if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor() != null) {
            throw refused(line, "an anchor or an alias of YAML", "each part is written where it stands");
        }
        if (event instanceof DocumentStartEvent start
                && (++documents > 1 || start.getVersion() != null || hasTags(start))) {
            throw refused(line, "a directive or a second document of YAML", "one list of routes");
        }
        boolean isTagged = event instanceof ScalarEvent scalar && scalar.getTag() != null
                || event instanceof CollectionStartEvent collection && collection.getTag() != null;
        if (isTagged) {
            throw refused(line, "a tag of YAML (!)", "values without a type");
        }
        depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
        if (depth > DEPTH_MAX) {
            throw refused(line, "parts within parts, more than " + DEPTH_MAX + " deep", "at most " + DEPTH_MAX);
        }
    }

    /** Two handles are there by themselves. */
    private static boolean hasTags(DocumentStartEvent start) {
        return start.getTags() != null
                && start.getTags().keySet().stream().anyMatch(handle -> !handle.equals("!") && !handle.equals("!!"));
    }

    private YamlFileException refused(int line, String found, String allowed) {
        return new YamlFileException(name, line, found, allowed, null);
    }
}

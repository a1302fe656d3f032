package io.wattline.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Opens a YAML file as a tree of {@link YamlValue}s. Scalars keep the text that was written: {@code No} is a word, not
 * false.
 */
public final class YamlFile {

    private YamlFile() {
    }

    /** The file's root; {@link YamlFileException} where it cannot be read or is no YAML. */
    public static YamlValue read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new YamlFileException(
                    file + " cannot be read (" + e + "); it must be a UTF-8 text file", 0, "no UTF-8 text", e);
        }
    }

    /** The root of {@code text}; {@code name} is what messages call the file. */
    public static YamlValue parse(String name, String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                throw new YamlFileException(name + " is empty; nothing was loaded", 1, "nothing", null);
            }
            return new YamlValue(name, root);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            int line = mark == null ? 0 : mark.getLine() + 1;
            throw new YamlFileException(
                    name + ", line " + (line == 0 ? "?" : line) + ": no valid YAML, " + e.getProblem()
                            + "; nothing was loaded",
                    line,
                    "no valid YAML, " + e.getProblem(),
                    e);
        } catch (YAMLException e) {
            throw new YamlFileException(
                    name + ": no valid YAML, " + e.getMessage() + "; nothing was loaded",
                    0,
                    "no valid YAML, " + e.getMessage(),
                    e);
        }
    }
}

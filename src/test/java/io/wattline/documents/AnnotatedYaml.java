package io.wattline.documents;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A settings file with the comments that stand above its settings: why each is what it is. */
final class AnnotatedYaml {

    /**
     * {@code name} of one setting, or of a group of them that belong together; {@code why} from the comments above, and
     * from {@code reason} and {@code description}.
     */
    record Setting(String name, String value, String why) {
    }

    /** The settings under a top-level key, with the comment above it. */
    record Section(String name, String why, List<Setting> settings) {
    }

    /** Keys that are words for people: they go to {@link Setting#why}. */
    private static final List<String> WORDS = List.of("reason", "description");
    /** What an item of a list is called that has no name: by whom it is for. */
    private static final String UNNAMED = "for ";

    private AnnotatedYaml() {
    }

    static List<Section> sections(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setProcessComments(true);
        MappingNode root = (MappingNode) new Yaml(options).compose(new StringReader(text));
        List<Section> sections = new ArrayList<>();
        for (NodeTuple entry : root.getValue()) {
            List<Setting> settings = new ArrayList<>();
            collect(name(entry.getKeyNode()), entry.getValueNode(), "", settings, true);
            sections.add(new Section(name(entry.getKeyNode()), comment(entry.getKeyNode()), settings));
        }
        return sections;
    }

    /** The lines at the head of the file, without their {@code #}. */
    static String header(String text) {
        return text.lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^# ?", ""))
                .collect(Collectors.joining("\n"));
    }

    private static void collect(String name, Node node, String why, List<Setting> settings, boolean isSection) {
        List<NodeTuple> entries = entries(node);
        if (entries.isEmpty()
                || !isSection
                        && (name.startsWith(UNNAMED)
                                || entries.stream().allMatch(entry -> isLeaf(entry.getValueNode())))) {
            settings.add(new Setting(
                    name,
                    value(node, entries),
                    join(Stream.concat(Stream.of(why), entries.stream().map(AnnotatedYaml::words)))));
        } else {
            for (NodeTuple entry : entries) {
                collect(
                        (isSection ? "" : name + " › ") + name(entry.getKeyNode()),
                        entry.getValueNode(),
                        comment(entry.getKeyNode()),
                        settings,
                        false);
            }
        }
    }

    /** A list of maps is a map by their names. */
    private static List<NodeTuple> entries(Node node) {
        if (node instanceof MappingNode mapping && mapping.getFlowStyle() != DumperOptions.FlowStyle.FLOW) {
            return mapping.getValue();
        }
        if (node instanceof SequenceNode list && list.getValue().stream().anyMatch(MappingNode.class::isInstance)) {
            return list.getValue().stream().map(item -> new NodeTuple(named(item), item)).toList();
        }
        return List.of();
    }

    private static Node named(Node item) {
        NodeTuple first = ((MappingNode) item).getValue().get(0);
        ScalarNode name = first.getValueNode() instanceof ScalarNode scalar
                ? scalar
                : new ScalarNode(
                        first.getKeyNode().getTag(),
                        name(first.getKeyNode()) + " " + flow(first.getValueNode()),
                        null,
                        null,
                        DumperOptions.ScalarStyle.PLAIN);
        if (name.getBlockComments() == null) {
            name.setBlockComments(Objects.requireNonNullElse(
                    item.getBlockComments(), first.getKeyNode().getBlockComments()));
        }
        return name;
    }

    private static boolean isLeaf(Node node) {
        return entries(node).isEmpty();
    }

    private static String value(Node node, List<NodeTuple> entries) {
        return entries.isEmpty()
                ? flow(node)
                : entries.stream()
                        .filter(entry -> !WORDS.contains(name(entry.getKeyNode()))
                                && !name(entry.getKeyNode()).equals(UNNAMED.strip()))
                        .map(entry -> name(entry.getKeyNode()) + ": " + flow(entry.getValueNode()))
                        .collect(Collectors.joining("; "));
    }

    private static String words(NodeTuple entry) {
        String key = name(entry.getKeyNode());
        return join(Stream.of(
                comment(entry.getKeyNode()), WORDS.contains(key) ? sentence(flow(entry.getValueNode())) : ""));
    }

    private static String flow(Node node) {
        if (node instanceof SequenceNode list) {
            return list.getValue().stream().map(AnnotatedYaml::flow).collect(Collectors.joining(", "));
        }
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .map(entry -> name(entry.getKeyNode()) + " " + flow(entry.getValueNode()))
                    .collect(Collectors.joining(", "));
        }
        return ((ScalarNode) node).getValue();
    }

    private static String name(Node key) {
        return ((ScalarNode) key).getValue();
    }

    /** The lines directly above, without headings of the file. */
    private static String comment(Node node) {
        List<CommentLine> lines = Objects.requireNonNullElse(node.getBlockComments(), List.of());
        int from = lines.size();
        while (from > 0 && lines.get(from - 1).getCommentType() == CommentType.BLOCK) {
            from--;
        }
        return lines.subList(from, lines.size()).stream()
                .map(CommentLine::getValue)
                .filter(line -> !line.startsWith("   "))
                .map(String::strip)
                .filter(line -> !line.startsWith("---"))
                .collect(Collectors.joining(" "));
    }

    private static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String join(Stream<String> sentences) {
        return sentences
                .filter(sentence -> !sentence.isEmpty())
                .map(sentence -> sentence.matches(".*[.:;!]$") ? sentence : sentence + ".")
                .distinct()
                .collect(Collectors.joining(" "));
    }
}

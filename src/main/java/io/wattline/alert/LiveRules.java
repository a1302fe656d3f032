package io.wattline.alert;

import io.wattline.settings.ConfigFile;
import io.wattline.yaml.YamlFileException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules in force. An edit of the file takes effect at the next evaluation, after a check. An edit that is refused
 * changes nothing and is logged once.
 */
public final class LiveRules {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);

    private final Supplier<ConfigFile> file;
    private final Consumer<String> inForce;
    private AlertRules rules;
    private String text;
    private String refusal;

    /**
     * Reads the file; {@link YamlFileException} where it cannot be used: Wattline does not start without rules.
     *
     * @param inForce gets the text that is in force: now, and after each edit that takes effect
     */
    public LiveRules(Supplier<ConfigFile> file, Consumer<String> inForce) {
        this.file = file;
        this.inForce = inForce;
        ConfigFile first = file.get();
        this.text = first.text();
        this.rules = AlertRules.parse(first.name(), first.text());
        inForce.accept(text);
    }

    /** The rules as they are now. */
    public synchronized AlertRules now() {
        try {
            ConfigFile present = file.get();
            if (!present.text().equals(text)) {
                text = present.text();
                rules = AlertRules.parse(present.name(), present.text());
                refusal = null;
                inForce.accept(text);
                LOG.info("Alert rules: the edit of {} has taken effect, {} rules", present.name(), rules.rules()
                        .size());
            }
        } catch (YamlFileException | IllegalStateException | java.io.UncheckedIOException e) {
            if (!e.getMessage().equals(refusal)) {
                refusal = e.getMessage();
                LOG.error("Alert rules: the edit is refused; the previous rules stay in force. {}", refusal);
            }
        }
        return rules;
    }

    /** Why the file as it stands is not in force; empty where it is. */
    public synchronized Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }
}

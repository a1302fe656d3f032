package io.wattline.settings;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One key as its settings record declares it: how its value is checked and read. */
public record SettingKey(Setting setting, RecordComponent component) {

    /** The keys of a settings record, in the order of its components. */
    public static List<SettingKey> of(Class<? extends SettingsGroup> group) {
        return Arrays.stream(group.getRecordComponents()).map(SettingKey::of).toList();
    }

    private static SettingKey of(RecordComponent component) {
        return Optional.ofNullable(component.getAnnotation(Setting.class))
                .map(setting -> new SettingKey(setting, component))
                .orElseThrow(() ->
                        new IllegalStateException(component.getDeclaringRecord().getSimpleName() + "."
                                + component.getName() + " has no @Setting"));
    }

    public String key() {
        return setting.key();
    }

    /** What a value may be, for people. */
    public String allowed() {
        return type().rule().allowed() + (setting.optional() ? ", or nothing" : "");
    }

    /** What is wrong with a value; empty where it is allowed. */
    Optional<String> problem(String text) {
        return text.isEmpty() && mayBeEmpty() ? Optional.empty() : type().rule().problem(key(), text);
    }

    /** The value that an allowed text stands for. */
    Object read(String text, Path home) {
        return text.isEmpty() && mayBeEmpty() ? type().nothing() : type().read(text, home);
    }

    /** The problem with a needed value that is not set. */
    Optional<String> missing(String text) {
        return text.isEmpty() && setting.needed()
                ? Optional.of(key() + " is not set. " + SettingRule.place(key()))
                : Optional.empty();
    }

    private boolean mayBeEmpty() {
        return setting.optional() || setting.needed();
    }

    private SettingType type() {
        return SettingType.of(component.getGenericType(), setting);
    }
}

package io.wattline.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * How values of one Java type are written.
 *
 * @param rule    what a text may be
 * @param reader  the value of an allowed text, seen from the home folder
 * @param nothing the value where an optional setting is left empty
 */
record SettingType(SettingRule rule, BiFunction<String, Path, Object> reader, Object nothing) {

    static SettingType of(Type type, Setting setting) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return list.getActualTypeArguments()[0] == Duration.class
                    ? new SettingType(
                            SettingRule.durationsAscending(), (text, home) -> Durations.parseAll(text), List.of())
                    : new SettingType(SettingRule.text(), (text, home) -> parts(text), List.of());
        }
        return of((Class<?>) type, setting);
    }

    private static SettingType of(Class<?> type, Setting setting) {
        if (type.isEnum()) {
            return choice(type);
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer" -> new SettingType(count(setting), (text, home) -> Integer.parseInt(text), null);
            case "double" -> new SettingType(
                    SettingRule.number(setting.min(), setting.max()), (text, home) -> Double.parseDouble(text), null);
            case "boolean" -> new SettingType(SettingRule.flag(), (text, home) -> Boolean.parseBoolean(text), null);
            case "Duration" -> new SettingType(
                    SettingRule.duration(setting.min(), setting.max()),
                    (text, home) -> Durations.parse(text).orElseThrow(),
                    null);
            case "Cron" -> new SettingType(SettingRule.cron(), (text, home) -> new Cron(text), null);
            case "URI" -> new SettingType(SettingRule.httpUrl(), (text, home) -> URI.create(text), null);
            case "Path" -> new SettingType(
                    SettingRule.text(), (text, home) -> home.resolve(text).normalize(), null);
            case "Secret" -> new SettingType(SettingRule.text(), (text, home) -> new Secret(text), new Secret(""));
            case "String" -> new SettingType(SettingRule.text(), (text, home) -> text, "");
            default -> throw new IllegalStateException(setting.key() + ": no setting can be a " + type.getName());
        };
    }

    private static SettingRule count(Setting setting) {
        return SettingRule.count(setting.min().isEmpty() ? 0 : Long.parseLong(setting.min()),
                setting.max().isEmpty() ? Integer.MAX_VALUE : Long.parseLong(setting.max()));
    }

    private static SettingType choice(Class<?> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT))
                .toList();
        return new SettingType(
                SettingRule.oneOf(names.toArray(String[]::new)),
                (text, home) -> type.getEnumConstants()[names.indexOf(text)],
                null);
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    Object read(String text, Path home) {
        return reader.apply(text, home);
    }
}

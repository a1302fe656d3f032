package io.wattline.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes settings records out of texts; whatever is wrong is reported all at once. */
final class SettingsReader {

    private final UnaryOperator<String> texts;
    private final Path home;

    /** @param texts the text of a key, without blanks around it */
    SettingsReader(UnaryOperator<String> texts, Path home) {
        this.texts = texts;
        this.home = home;
    }

    /**
     * Everything that is wrong with the values of a record; what is wrong between values is looked at once each of them
     * is allowed.
     */
    List<String> problems(Class<? extends SettingsGroup> group) {
        List<String> problems = new ArrayList<>();
        SettingKey.of(group).forEach(key -> key.problem(texts.apply(key.key())).ifPresent(problems::add));
        return problems.isEmpty() ? make(group).conflicts() : problems;
    }

    /** The same, and every needed value that is not set. */
    List<String> problemsWhereNeeded(Class<? extends SettingsGroup> group) {
        List<String> problems = new ArrayList<>();
        SettingKey.of(group).forEach(key -> key.missing(texts.apply(key.key())).ifPresent(problems::add));
        problems.addAll(problems(group));
        return problems;
    }

    /** The record; a {@link SettingsException} that names all that is wrong with it. */
    <T extends SettingsGroup> T read(Class<T> group) {
        List<String> problems = problems(group);
        if (!problems.isEmpty()) {
            throw new SettingsException("These settings are not allowed:", problems);
        }
        return make(group);
    }

    private <T extends SettingsGroup> T make(Class<T> group) {
        Object[] values = SettingKey.of(group).stream().map(key -> key.read(texts.apply(key.key()), home)).toArray();
        try {
            var constructor = group.getDeclaredConstructor(Arrays.stream(group.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new SettingsException(group.getSimpleName() + ": " + e.getCause().getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(group.getName() + " is no settings record", e);
        }
    }
}

package io.wattline.documents;

import io.wattline.app.WattlineSettings;
import io.wattline.settings.Durations;
import io.wattline.settings.SettingKey;
import io.wattline.settings.Settings;
import io.wattline.settings.SettingsGroup;
import java.util.List;
import java.util.Locale;

/** Every key of the settings, group by group, as the settings records declare it. */
record SettingsPage() implements Document {

    @Override
    public String path() {
        return "docs/settings.md";
    }

    @Override
    public String text() {
        Javadoc javadoc = Javadoc.read();
        Markdown text = new Markdown().add("# Settings").add(Document.note("the settings records of the features"));
        text.add(
                """
                Later sources win: the default, `config/application.properties`,
                `config/application-<profile>.properties`, the environment. A secret belongs into the environment. A
                start names everything that is wrong at once, with the key, what was found, what is allowed and where to
                change it. [Configuring](configuring.md) says which settings matter first.

                A length of time is a whole number and a unit of ms, s, m, h or d, such as `500ms`, `30s`, `15m`,
                `2h`, `7d`. Times of a cron are UTC.""");
        WattlineSettings.GROUPS.forEach(group -> group(text, group, javadoc));
        return text.toString();
    }

    private static void group(Markdown text, Class<? extends SettingsGroup> group, Javadoc javadoc) {
        text.add("## " + title(group)).add(Markdown.plain(javadoc.of(group)));
        text.table(
                List.of("key", "variable", "default", "allowed", "meaning"),
                SettingKey.of(group).stream()
                        .map(key -> List.of(
                                Markdown.code(key.key()),
                                Markdown.code(Settings.variable(key.key())),
                                fallback(key),
                                Markdown.plain(key.allowed().replace(Durations.ALLOWED, "a length of time")),
                                Markdown.plain(key.setting().meaning())))
                        .toList());
    }

    /** {@code PollSettings} is Poll; {@code LateReadingSettings} is Late reading. */
    private static String title(Class<?> group) {
        String words = group.getSimpleName().replaceFirst("Settings$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String fallback(SettingKey key) {
        if (key.setting().needed()) {
            return "none, required";
        }
        return key.setting().fallback().isEmpty() ? "none" : Markdown.code(key.setting().fallback());
    }
}

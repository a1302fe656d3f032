package io.wattline.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One key of the settings, at the component of a settings record that holds its value. The type of the component says
 * how the value is written: {@code int}, {@code double}, {@code boolean}, {@code String}, {@link java.time.Duration}, a
 * list of {@code String} or of ascending {@code Duration}, {@link Cron}, {@link java.net.URI} (http or https), {@link
 * java.nio.file.Path} (seen from the home folder), {@link Secret}, or an enum (in lower case).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** Such as {@code gaps.tolerance}; the environment variable is {@link Settings#variable} of it. */
    String key();

    /** The default, written as in a settings file. */
    String fallback() default "";

    /** What the value does, in one sentence without its default, for {@code docs/settings.md}. */
    String meaning();

    /** The smallest value, written like a value: a number or a duration. */
    String min() default "";

    /** The largest value, written like a value: a number or a duration. */
    String max() default "";

    /** Whether the value may be left empty. A text is then empty, a list has no element, and any other type is null. */
    boolean optional() default false;

    /**
     * Whether a verb that needs these settings refuses to start without the value ({@link Settings#require}). Other
     * verbs leave it alone: it is then like an optional value that is left empty.
     */
    boolean needed() default false;
}

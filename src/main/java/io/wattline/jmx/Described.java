package io.wattline.jmx;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an attribute, an operation or a parameter of an MBean is, for the people who see it in a console. Of an
 * attribute it stands at the getter.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface Described {

    String value();

    /** Whether the parameter says what the operation is done to: audit_log.target. */
    boolean target() default false;

    /** Name of a parameter. */
    String name() default "";
}

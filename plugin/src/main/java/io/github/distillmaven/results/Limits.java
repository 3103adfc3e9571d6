package io.github.distillmaven.results;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Between what the numbers of a field lie, both ends among them. Holds for all numbers below the field too, as far as they have no
 * limits of their own.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Limits {

    double low() default 0;

    double high() default 1;
}

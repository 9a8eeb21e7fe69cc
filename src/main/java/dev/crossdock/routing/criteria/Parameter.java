package dev.crossdock.routing.criteria;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What people read beside a parameter of a criterion, and the limits that hold for it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Parameter {

  String title();

  String help() default "";

  /** What a number counts: {@code km}. */
  String unit() default "";

  /** The least of a number, of the elements of a set or a list, and of the minutes of a duration. */
  double min() default 0;

  double max() default 1_000_000;

  /** What a text, or each text of a set or a list, is the name of. */
  Names names() default Names.ANYTHING;

  /** What holds where it is left out, and what the editor begins with, as JSON; empty where it must be given. */
  String begin() default "";
}

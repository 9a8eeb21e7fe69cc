package dev.crossdock.routing.criteria;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How policies and people name a criterion. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Kind {

  /** Its name in policies, for ever: {@code within-distance}. */
  String type();

  /** Its name for people: {@code Within a distance}. */
  String title();

  /** One sentence on what it does. */
  String help();

  /** Whether it asks what is known of the buyer, which is looked up only where a policy wants it. */
  boolean asksBuyer() default false;
}

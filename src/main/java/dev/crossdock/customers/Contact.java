package dev.crossdock.customers;

import org.jspecify.annotations.Nullable;

/** How to reach a person. Its text form shows nothing of it, so that no log can. */
public record Contact(
    @Nullable String name, @Nullable String company, @Nullable String email, @Nullable String phone) {

  @Override
  public String toString() {
    return "Contact[…]";
  }
}

package dev.crossdock.console.orders.order;

import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Role;
import java.util.List;

/** An event in words: sign, sentence, and what else is to be told of it. */
record Happening(Role role, Icon icon, String sentence, List<String> details) {

  Happening {
    details = List.copyOf(details);
  }

  static Happening of(Role role, Icon icon, String sentence) {
    return new Happening(role, icon, sentence, List.of());
  }
}

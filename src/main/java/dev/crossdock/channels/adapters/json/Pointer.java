package dev.crossdock.channels.adapters.json;

import org.jspecify.annotations.Nullable;

/** Where a value stands, as a chain towards the root; becomes text (RFC 6901) only when there is something to say. */
record Pointer(@Nullable Pointer parent, String step) {

  /** Longer pointers are cut at a step, so that a message cannot fill a log with its own keys. */
  static final int TEXT_MAX = 500;

  static final Pointer ROOT = new Pointer(null, "");

  Pointer to(String field) {
    return new Pointer(this, field);
  }

  Pointer to(int index) {
    return new Pointer(this, Integer.toString(index));
  }

  String text() {
    StringBuilder text = new StringBuilder();
    append(text);
    return text.toString();
  }

  private boolean append(StringBuilder text) {
    if (parent == null) {
      return true;
    }
    if (!parent.append(text)) {
      return false;
    }
    String escaped = step.replace("~", "~0").replace("/", "~1");
    if (text.length() + 1 + escaped.length() > TEXT_MAX) {
      return false;
    }
    text.append('/').append(escaped);
    return true;
  }
}

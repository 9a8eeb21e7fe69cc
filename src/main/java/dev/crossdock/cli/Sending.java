package dev.crossdock.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Sends rows many at a time; when some are refused, row by row, so that each is told by its own line. */
final class Sending {

  private static final int CHUNK = 200;

  private final ApiClient api;
  private final ImportKind kind;
  private final PrintStream out;
  private final List<ImportRow> waiting = new ArrayList<>();
  private int rows;
  private int stored;

  Sending(ApiClient api, ImportKind kind, PrintStream out) {
    this.api = api;
    this.kind = kind;
    this.out = out;
  }

  int rows() {
    return rows;
  }

  int stored() {
    return stored;
  }

  void take(ImportRow row) {
    rows++;
    if (row.problem() != null) {
      out.println("line " + row.line() + ": " + row.problem());
      return;
    }
    waiting.add(row);
    if (waiting.size() == CHUNK) {
      flush();
    }
  }

  void flush() {
    send(List.copyOf(waiting));
    waiting.clear();
  }

  private void send(List<ImportRow> together) {
    if (together.isEmpty()) {
      return;
    }
    ApiClient.Answer answer = answer(together);
    if (answer.ok()) {
      stored += together.size();
    } else if (together.size() == 1) {
      out.println("line " + together.getFirst().line() + ": " + answer.complaint());
    } else {
      together.forEach(row -> send(List.of(row)));
    }
  }

  private ApiClient.Answer answer(List<ImportRow> together) {
    try {
      return api.send(kind.method(), kind.path(), together.stream().map(ImportRow::item).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

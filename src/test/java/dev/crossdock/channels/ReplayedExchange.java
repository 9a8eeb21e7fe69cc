package dev.crossdock.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.stock.StockPush;
import dev.crossdock.platform.http.Outbound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A recorded conversation with a channel's API, played back. The file holds {@code calls}; each names the call of the
 * port ({@code fetch} with the order's id, {@code changes} with the cursor, {@code tell} and {@code ask} with levels),
 * the exchanges it must lead to, in order (a request without an answer stands for no answer at all; those next to each
 * other that are {@code together} may come in any order), and the outcome as text. Of a request, {@code body} is the
 * whole text, {@code has} a part of its JSON, {@code says} a part of its text.
 */
final class ReplayedExchange implements Outbound {

  static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");

  private static final JsonMapper JSON = new JsonMapper();

  private final ChannelFixture fixture;
  private final List<JsonNode> exchanges;
  private final Set<Integer> played = new HashSet<>();

  private ReplayedExchange(ChannelFixture fixture, List<JsonNode> exchanges) {
    this.fixture = fixture;
    this.exchanges = exchanges;
  }

  /** One call of the port. */
  record Call(
      String kind,
      @Nullable String argument,
      List<StockPush.Level> levels,
      List<JsonNode> exchanges,
      List<String> outcome) {

    List<Integer> statuses() {
      return exchanges.stream().map(exchange -> exchange.path("answer").path("status").asInt(0)).toList();
    }
  }

  static List<Call> read(Path file) {
    List<Call> calls = new ArrayList<>();
    for (JsonNode call : JSON.readTree(file.toFile()).path("calls")) {
      List<JsonNode> exchanges = new ArrayList<>();
      call.path("exchanges").forEach(exchanges::add);
      List<String> outcome = new ArrayList<>();
      call.path("outcome").forEach(line -> outcome.add(line.asString()));
      JsonNode argument = call.path("argument");
      calls.add(
          new Call(
              call.path("call").asString(), argument.isString() ? argument.asString() : null, levels(call), exchanges,
              outcome));
    }
    return calls;
  }

  private static List<StockPush.Level> levels(JsonNode call) {
    List<StockPush.Level> levels = new ArrayList<>();
    for (JsonNode level : call.path("levels")) {
      JsonNode reference = level.path("reference");
      levels.add(
          new StockPush.Level(
              new StockPush.Place(
                  level.path("sku").asString(), level.path("location").asString(""),
                  reference.isString() ? reference.asString() : null),
              level.path("units").asInt(0)));
    }
    return levels;
  }

  /** Makes the call and gives its outcome as text. */
  static List<String> play(Call call, Channel channel, ChannelFixture fixture) {
    ReplayedExchange replay = new ReplayedExchange(fixture, call.exchanges());
    boolean aboutStock = call.kind().equals("tell") || call.kind().equals("ask");
    ChannelSession session = session(aboutStock ? fixture.stockAccount() : fixture.account(), replay);
    List<String> outcome =
        switch (call.kind()) {
          case "fetch" ->
              text(channel.fetch(String.valueOf(call.argument()), session), channel, session.account());
          case "changes" -> text(channel.changesSince(call.argument(), session), channel, session.account());
          case "tell" -> StockText.of(channel.stockPush().orElseThrow().tell(call.levels(), session));
          case "ask" ->
              StockText.of(
                  channel
                      .stockPush()
                      .orElseThrow()
                      .ask(call.levels().stream().map(StockPush.Level::place).toList(), session));
          default -> throw new AssertionError("no such call: " + call.kind());
        };
    assertThat(replay.played).as("exchanges played").hasSize(call.exchanges().size());
    return outcome;
  }

  @Override
  public synchronized Answer send(Request request) throws IOException {
    assertThat(played)
        .as("one request too many: %s %s", request.method(), request.uri())
        .hasSizeLessThan(exchanges.size());
    int index = next(request);
    played.add(index);
    JsonNode exchange = exchanges.get(index);
    JsonNode expected = exchange.path("request");
    String target = expected.path("target").asString();
    assertThat(request.method()).isEqualTo(expected.path("method").asString());
    assertThat(request.uri().toString()).isEqualTo(target.startsWith("https:") ? target : fixture.baseUrl() + target);
    for (Map.Entry<String, JsonNode> header : expected.path("headers").properties()) {
      assertThat(request.headers()).containsEntry(header.getKey(), header.getValue().asString());
    }
    byte[] body = request.body();
    if (expected.has("body")) {
      assertThat(body).isNotNull();
      assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(expected.path("body").asString());
    }
    if (expected.has("has")) {
      assertThat(lacking(expected.path("has"), JSON.readTree(body), "")).as("in %s", text(body)).isEmpty();
    }
    for (JsonNode part : expected.path("says")) {
      assertThat(text(body)).contains(part.asString());
    }
    if (!exchange.has("answer")) {
      throw new IOException("no answer was recorded");
    }
    return answer(exchange.path("answer"));
  }

  /** The next in order; of several that are {@code together}, the one for this address. */
  private int next(Request request) {
    int first = 0;
    while (played.contains(first)) {
      first++;
    }
    for (int i = first; i < exchanges.size() && exchanges.get(i).path("together").asBoolean(false); i++) {
      String target = exchanges.get(i).path("request").path("target").asString();
      if (!played.contains(i) && request.uri().toString().endsWith(target)) {
        return i;
      }
    }
    return first;
  }

  private static String text(byte @Nullable [] body) {
    return body == null ? "" : new String(body, StandardCharsets.UTF_8);
  }

  /** What the whole lacks of the part: fields may be more, a list is as long as the part's. */
  private static List<String> lacking(JsonNode part, JsonNode whole, String at) {
    List<String> lacking = new ArrayList<>();
    if (part.isObject()) {
      for (Map.Entry<String, JsonNode> field : part.properties()) {
        lacking.addAll(lacking(field.getValue(), whole.path(field.getKey()), at + "/" + field.getKey()));
      }
    } else if (part.isArray() && whole.isArray() && part.size() == whole.size()) {
      for (int i = 0; i < part.size(); i++) {
        lacking.addAll(lacking(part.get(i), whole.get(i), at + "/" + i));
      }
    } else if (!part.equals(whole)) {
      lacking.add(at + " is " + whole + ", not " + part);
    }
    return lacking;
  }

  static Answer answer(JsonNode answer) {
    Map<String, List<String>> headers = new HashMap<>();
    for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
      headers.put(header.getKey().toLowerCase(Locale.ROOT), List.of(header.getValue().asString()));
    }
    String body = answer.has("body") ? answer.path("body").toString() : answer.path("text").asString("");
    return new Answer(answer.path("status").asInt(), headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> text(FetchOutcome outcome, Channel channel, AccountSettings account) {
    return switch (outcome) {
      case FetchOutcome.Fetched(RawMessage document) ->
          List.of("fetched " + document.topic(), DecodedText.brief(channel.decode(document, account)));
      case FetchOutcome.Unknown _ -> List.of("unknown");
      case FetchOutcome.TryLater(Instant notBefore, _) -> List.of("later " + notBefore);
      case FetchOutcome.Failed _ -> List.of("failed");
    };
  }

  private static List<String> text(ChangesOutcome outcome, Channel channel, AccountSettings account) {
    List<String> text = new ArrayList<>();
    switch (outcome) {
      case ChangesOutcome.Page(List<RawMessage> documents, String cursor, boolean more) -> {
        text.add(more ? "page more" : "page");
        documents.forEach(document -> text.add(DecodedText.brief(channel.decode(document, account))));
        text.add("cursor " + cursor);
      }
      case ChangesOutcome.TryLater(Instant notBefore, _) -> text.add("later " + notBefore);
      case ChangesOutcome.Failed _ -> text.add("failed");
    }
    return text;
  }

  /** A session at {@link #NOW} that keeps tokens. */
  static ChannelSession session(AccountSettings account, Outbound http) {
    Map<String, String> tokens = new HashMap<>();
    return new ChannelSession() {
      @Override
      public AccountSettings account() {
        return account;
      }

      @Override
      public Outbound http() {
        return http;
      }

      @Override
      public Instant now() {
        return NOW;
      }

      @Override
      public Optional<String> token(String name) {
        return Optional.ofNullable(tokens.get(name));
      }

      @Override
      public void keepToken(String name, String value, Instant expiresAt) {
        assertThat(expiresAt).isAfter(NOW);
        tokens.put(name, value);
      }
    };
  }
}

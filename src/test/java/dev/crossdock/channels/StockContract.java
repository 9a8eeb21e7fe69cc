package dev.crossdock.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.crossdock.channels.stock.StockPush.Shown;
import dev.crossdock.channels.stock.StockPush.Told;
import dev.crossdock.channels.stock.StockPush;
import dev.crossdock.platform.http.Outbound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicNode;
import tools.jackson.databind.JsonNode;

/**
 * What an adapter must keep that tells its channel stock: whatever the channel answers, nothing is thrown, an outage is
 * not taken for a refusal, a refusal names one level, and no words give a secret away.
 */
record StockContract(Channel channel, StockPush push, ChannelFixture fixture) {

  private static final int MUTATIONS = 2_000;
  private static final long SEED = 20_261_121;
  private static final int WORDS_MAX = 400;

  /** Names of things that no channel forbids, and that have broken somebody's. */
  private static final List<String> HOSTILE =
      List.of(
          "A B", "a\"b", "a'b", "a\\b", "a/b?c#d%e&f", "a,b", "Größe-Ü", "\uD83C\uDF81", "{\"a\":1}", "a\nb",
          "sku:* OR 1=1", " ", "\uD83D", "x".repeat(100));

  List<DynamicNode> tests() {
    List<DynamicNode> tests = new ArrayList<>();
    tests.add(dynamicTest("takes a batch of a sane size", () -> assertThat(push.batchMax()).isBetween(1, 1_000)));
    tests.add(dynamicTest("has recordings of all it must", this::hasRecordings));
    tests.add(dynamicTest("knows an outage from a refusal", this::knowsAnOutage));
    tests.add(dynamicTest("survives any answer", this::survivesAnyAnswer));
    tests.add(dynamicTest("repeats no secret", this::repeatsNoSecret));
    return tests;
  }

  private List<ReplayedExchange.Call> calls() {
    return Recording.exchanges(channel).stream()
        .flatMap(file -> ReplayedExchange.read(file).stream())
        .filter(call -> call.kind().equals("tell") || call.kind().equals("ask"))
        .toList();
  }

  private void hasRecordings() {
    Set<String> seen = new HashSet<>();
    for (ReplayedExchange.Call call : calls()) {
      String result = call.outcome().getFirst();
      seen.add(call.kind() + " " + result.replaceFirst(" \\d+ ms", ""));
      assertThat(call.levels()).hasSizeLessThanOrEqualTo(push.batchMax());
      boolean some = call.outcome().stream().filter(line -> line.startsWith("refused")).count() < call.levels().size();
      if (result.equals("taken but") && some) {
        seen.add("tell refused one of several");
      }
    }
    assertThat(seen)
        .contains("tell taken", "tell refused one of several", "tell later", "tell failed", "ask shown", "ask later");
  }

  private void knowsAnOutage() {
    for (Outbound down : List.of(always(503, ""), always(500, "<html>down</html>"), always(200, "<html>hi</html>"),
        always(200, ""), always(200, "null"), always(200, "[".repeat(5_000)), always(200, "{\"a\":"), silent())) {
      assertThat(tell(down)).isInstanceOfSatisfying(StockPush.TryLater.class, this::namesNoTime);
      assertThat(ask(down)).isInstanceOfSatisfying(StockPush.TryLater.class, this::namesNoTime);
    }
    assertThat(tell(busy())).isInstanceOfSatisfying(StockPush.TryLater.class, this::namesATime);
    assertThat(ask(busy())).isInstanceOfSatisfying(StockPush.TryLater.class, this::namesATime);
    for (int status : new int[] {401, 403}) {
      assertThat(tell(always(status, "{}"))).isInstanceOf(StockPush.Failed.class);
      assertThat(ask(always(status, "{}"))).isInstanceOf(StockPush.Failed.class);
    }
    AccountSettings bare = new AccountSettings(channel.id(), "bare", Map.of(), Map.of());
    assertThat(push.tell(hostile(), ReplayedExchange.session(bare, silent()))).isInstanceOf(StockPush.Failed.class);
  }

  private void namesNoTime(StockPush.TryLater later) {
    assertThat(later.notBefore()).as(later.reason()).isEqualTo(ReplayedExchange.NOW);
  }

  private void namesATime(StockPush.TryLater later) {
    assertThat(later.notBefore()).as(later.reason()).isEqualTo(ReplayedExchange.NOW.plusSeconds(7));
  }

  private void survivesAnyAnswer() {
    for (ReplayedExchange.Call call : calls()) {
      List<Outbound.Answer> answers = answers(call);
      Random random = new Random(SEED);
      for (int changed = 0; changed < answers.size(); changed++) {
        Mutations mutations = new Mutations(answers.get(changed).body(), SEED + changed);
        for (int i = 0; i < MUTATIONS / answers.size(); i++) {
          List<Outbound.Answer> played = new ArrayList<>(answers);
          Outbound.Answer original = played.get(changed);
          played.set(changed, new Outbound.Answer(original.status(), original.headers(), mutations.next()));
          survives(call, played, random.nextInt(3) == 0 ? hostile() : call.levels());
        }
      }
    }
  }

  private void survives(ReplayedExchange.Call call, List<Outbound.Answer> answers, List<StockPush.Level> levels) {
    try {
      ChannelSession session = ReplayedExchange.session(fixture.stockAccount(), played(answers));
      if (call.kind().equals("tell")) {
        isSound(push.tell(levels, session), levels.size());
      } else {
        isSound(push.ask(places(levels), session), levels);
      }
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      String texts = String.join("\n", answers.stream().map(each -> text(each.body())).toList());
      throw new AssertionError("seed " + SEED + ", for the answers:\n" + texts, e);
    }
  }

  private void isSound(Told told, int levels) {
    switch (told) {
      case Told.Taken(
              List<StockPush.Refused> refused, Map<String, String> references, Set<Integer> leftOver,
              Instant notBefore) -> {
        assertThat(leftOver).allMatch(i -> i >= 0 && i < levels);
        assertThat(refused).extracting(StockPush.Refused::index).noneMatch(leftOver::contains);
        assertThat(leftOver.size() < levels || notBefore.isAfter(ReplayedExchange.NOW)).as("told something").isTrue();
        assertThat(refused).extracting(StockPush.Refused::index).doesNotHaveDuplicates().allMatch(i -> i < levels);
        refused.forEach(each -> isSound(each.words()));
        assertThat(references.values()).noneMatch(value -> value.isBlank() || value.length() > 200);
        assertThat(notBefore).isBetween(ReplayedExchange.NOW, ReplayedExchange.NOW.plusSeconds(3_600));
      }
      case StockPush.TryLater(_, String reason) -> isSound(reason);
      case StockPush.Failed(String reason) -> isSound(reason);
    }
  }

  private void isSound(Shown shown, List<StockPush.Level> asked) {
    switch (shown) {
      case Shown.Levels(List<StockPush.Level> levels, _, _) ->
          assertThat(places(asked)).containsAll(places(levels));
      case StockPush.TryLater(_, String reason) -> isSound(reason);
      case StockPush.Failed(String reason) -> isSound(reason);
    }
  }

  private void isSound(String words) {
    assertThat(words).isNotBlank().hasSizeLessThanOrEqualTo(WORDS_MAX).doesNotContain("\n");
    for (String key : fixture.stockAccount().secrets().keySet()) {
      fixture.stockAccount().secretValues(key).forEach(secret -> assertThat(words).doesNotContain(secret));
    }
  }

  /** A channel that repeats in its answers what it was sent. */
  private void repeatsNoSecret() {
    for (ReplayedExchange.Call call : calls()) {
      for (String key : fixture.stockAccount().secrets().keySet()) {
        String secret = fixture.stockAccount().secretValues(key).getFirst();
        List<Outbound.Answer> leaky =
            answers(call).stream()
                .map(
                    answer ->
                        new Outbound.Answer(
                            answer.status(),
                            answer.headers(),
                            text(answer.body())
                                .replaceAll("(\"message\"\\s*:\\s*\")", "$1" + secret.replace("$", "") + " ")
                                .getBytes(StandardCharsets.UTF_8)))
                .toList();
        survives(call, leaky, call.levels());
      }
    }
  }

  private Told tell(Outbound http) {
    return push.tell(hostile(), ReplayedExchange.session(fixture.stockAccount(), http));
  }

  private Shown ask(Outbound http) {
    return push.ask(places(hostile()), ReplayedExchange.session(fixture.stockAccount(), http));
  }

  private List<StockPush.Level> hostile() {
    return IntStream.range(0, Math.min(HOSTILE.size(), push.batchMax()))
        .mapToObj(i -> new StockPush.Level(new StockPush.Place(HOSTILE.get(i), "", null), i))
        .toList();
  }

  private static List<StockPush.Place> places(List<StockPush.Level> levels) {
    return levels.stream().map(StockPush.Level::place).toList();
  }

  private static List<Outbound.Answer> answers(ReplayedExchange.Call call) {
    List<Outbound.Answer> answers = new ArrayList<>();
    for (JsonNode exchange : call.exchanges()) {
      if (exchange.has("answer")) {
        answers.add(ReplayedExchange.answer(exchange.path("answer")));
      }
    }
    return answers;
  }

  private static Outbound played(List<Outbound.Answer> answers) {
    List<Outbound.Answer> left = new ArrayList<>(answers);
    return request -> {
      synchronized (left) {
        if (left.isEmpty()) {
          throw new IOException("no more was recorded");
        }
        return left.removeFirst();
      }
    };
  }

  private static Outbound silent() {
    return request -> {
      throw new IOException("no answer");
    };
  }

  private static Outbound busy() {
    return request -> new Outbound.Answer(429, Map.of("retry-after", List.of("7")), new byte[0]);
  }

  private static Outbound always(int status, String body) {
    return request -> new Outbound.Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}

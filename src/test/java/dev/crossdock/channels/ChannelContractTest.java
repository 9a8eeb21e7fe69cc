package dev.crossdock.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.crossdock.channels.Capabilities.Capability;
import dev.crossdock.channels.adapters.json.Rule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * What every channel's adapter must keep. Adapters are found on the class path, so a new one is held to this without
 * being named anywhere; it needs recordings in {@code src/test/resources/recordings/<id>/} and a
 * {@link ChannelFixture} in the test twin of its package.
 */
class ChannelContractTest {

  private static final int MUTATIONS = 2_000;
  private static final int TWICE_EVERY = 8;
  private static final long SEED = 20_261_120;
  private static final Duration MUTATIONS_TIME_MAX = Duration.ofMinutes(2);
  private static final Pattern POINTER = Pattern.compile("(/([^/~]|~[01])*)*");
  private static final Set<String> RULES = Arrays.stream(Rule.values()).map(Rule::word).collect(Collectors.toSet());

  @Test
  void findsAdaptersAndTheirIdsAreUnique() {
    List<Channel> adapters = Adapters.all();

    assertThat(adapters).extracting(Channel::id).doesNotHaveDuplicates().contains("shopify", "woocommerce");
  }

  @TestFactory
  Stream<DynamicContainer> holdsForEveryAdapter() {
    return Adapters.all().stream().map(channel -> dynamicContainer(channel.id(), contract(channel)));
  }

  private static List<DynamicNode> contract(Channel channel) {
    List<DynamicNode> tests = new ArrayList<>();
    tests.add(dynamicTest("describes itself", () -> describesItself(channel)));
    List<Recording> recordings = Recording.of(channel);
    tests.add(dynamicTest("has recordings", () -> assertThat(recordings).isNotEmpty()));
    ChannelFixture fixture = Adapters.fixture(channel).orElse(null);
    if (fixture == null) {
      String place = channel.getClass().getPackageName();
      tests.add(dynamicTest("has a fixture", () -> fail("no ChannelFixture in " + place)));
      return tests;
    }
    AccountSettings account = fixture.account();
    tests.add(each("decodes", recordings, one -> decodes(channel, one, account)));
    tests.add(dynamicTest("tells events apart", () -> tellsEventsApart(channel, recordings, account)));
    tests.add(each("survives wrong bytes", recordings, one -> survives(channel, one, account)));
    if (channel.capabilities().can().contains(Capability.SIGNS)) {
      tests.add(each("verifies", recordings, one -> new SignatureContract(channel, fixture, one).holds()));
    }
    tests.add(dynamicContainer("asks", exchanges(channel, fixture)));
    channel
        .stockPush()
        .ifPresent(
            push -> tests.add(dynamicContainer("tells stock", new StockContract(channel, push, fixture).tests())));
    tests.add(dynamicTest("has asked for all it must", () -> hasAsked(channel, recordings, account)));
    return tests;
  }

  private static void describesItself(Channel channel) {
    assertThat(channel.id()).matches("[a-z][a-z0-9-]{1,39}");
    assertThat(channel.displayName()).isNotBlank();
    Capabilities capabilities = channel.capabilities();
    assertThat(capabilities.pollEvery()).isBetween(Duration.ofSeconds(10), Duration.ofHours(6));
    assertThat(capabilities.pollOverlap()).isPositive();
    List<AccountField> fields = channel.accountFields();
    assertThat(fields).extracting(AccountField::key).doesNotHaveDuplicates().allMatch(key -> key.matches("[a-zA-Z]+"));
    assertThat(fields).extracting(AccountField::label).noneMatch(String::isBlank);
    if (capabilities.can().contains(Capability.SIGNS)) {
      assertThat(fields).anyMatch(field -> field.secret() && field.required());
    }
  }

  private static void decodes(Channel channel, Recording recording, AccountSettings account) {
    Decoded decoded = channel.decode(recording.message(), account);

    assertThat(channel.decode(recording.message(), account)).isEqualTo(decoded);
    assertThat(DecodedText.of(decoded)).as("decoded, as NAME.expected has to tell it").isEqualTo(recording.expected());
    assertThat(complaints(decoded)).isEmpty();
  }

  private static void tellsEventsApart(Channel channel, List<Recording> recordings, AccountSettings account) {
    Map<String, String> names = new HashMap<>();
    for (Recording recording : recordings) {
      Envelope envelope = channel.envelope(recording.message());
      assertThat(channel.envelope(recording.message())).isEqualTo(envelope);
      assertThat(isSound(envelope)).as(recording.name()).isTrue();
      Decoded decoded = channel.decode(recording.message(), account);
      boolean all = decoded instanceof Decoded.Snapshot || decoded instanceof Decoded.Removed;
      assertThat(envelope.namesOnly() && all).as("%s is said to name only", recording.name()).isFalse();
      assertThat(names.put(envelope.dedupKey(), recording.name())).as("as %s", recording.name()).isNull();
    }
  }

  private static void survives(Channel channel, Recording recording, AccountSettings account) {
    Mutations mutations = new Mutations(recording.message().body(), SEED + recording.name().hashCode());
    List<String> personal = personal(channel.decode(recording.message(), account));
    assertTimeoutPreemptively(
        MUTATIONS_TIME_MAX,
        () -> {
          for (int i = 0; i < MUTATIONS; i++) {
            RawMessage message = recording.with(mutations.next());
            Decoded decoded = survives(channel, message, account, i % TWICE_EVERY == 0);
            assertThat(discloses(decoded, personal)).as("personal data in %s", decoded).isFalse();
          }
        },
        () -> recording.name() + " with seed " + SEED);
  }

  private static Decoded survives(Channel channel, RawMessage message, AccountSettings account, boolean twice) {
    Decoded decoded;
    List<String> complaints;
    try {
      decoded = channel.decode(message, account);
      complaints = complaints(decoded);
      if (twice && !channel.decode(message, account).equals(decoded)) {
        complaints.add("decodes to something else the second time");
      }
      if (!isSound(channel.envelope(message))) {
        complaints.add("an envelope without a key, or with too long a key");
      }
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("seed " + SEED + ", thrown for: " + text(message), e);
    }
    assertThat(complaints).as("seed %d, for: %s", SEED, text(message)).isEmpty();
    return decoded;
  }

  /** What a refusal must not repeat: who bought, and where they live. */
  private static List<String> personal(Decoded decoded) {
    if (!(decoded instanceof Decoded.Snapshot(IncomingOrder order))) {
      return List.of();
    }
    List<@Nullable String> personal = new ArrayList<>();
    IncomingParty buyer = order.buyer();
    personal.addAll(Arrays.asList(buyer.name(), buyer.email(), buyer.phone()));
    IncomingAddress address = order.shipTo();
    if (address != null) {
      personal.addAll(Arrays.asList(address.name(), address.line1(), address.phone()));
    }
    return personal.stream().filter(Objects::nonNull).map(String::valueOf).toList();
  }

  private static boolean discloses(Decoded decoded, List<String> personal) {
    return decoded instanceof Decoded.Invalid(String path, _, String sentence)
        && personal.stream().anyMatch(one -> path.contains(one) || sentence.contains(one));
  }

  private static List<String> complaints(Decoded decoded) {
    return switch (decoded) {
      case Decoded.Snapshot(IncomingOrder order) -> new ArrayList<>(CheckedOrder.problems(order));
      case Decoded.Invalid(String path, String rule, String sentence) -> invalid(path, rule, sentence);
      case Decoded.FetchNeeded(String id, _) -> named(id);
      case Decoded.Removed(String id, _) -> named(id);
      case Decoded.Ignored(String reason) -> new ArrayList<>(reason.isBlank() ? List.of("a reason") : List.of());
    };
  }

  private static List<String> invalid(String path, String rule, String sentence) {
    List<String> complaints = new ArrayList<>();
    if (!POINTER.matcher(path).matches()) {
      complaints.add("no JSON pointer: " + path);
    }
    if (!RULES.contains(rule)) {
      complaints.add("no known rule: " + rule);
    }
    if (sentence.isBlank() || sentence.length() > 200 || sentence.contains("\n")) {
      complaints.add("no sentence: " + sentence);
    }
    return complaints;
  }

  private static List<String> named(String id) {
    return new ArrayList<>(id.isBlank() || id.length() > 200 ? List.of("an id") : List.of());
  }

  private static boolean isSound(Envelope envelope) {
    String key = envelope.dedupKey();
    return !key.isBlank() && key.length() <= 200 && key.indexOf('\0') < 0;
  }

  private static List<DynamicNode> exchanges(Channel channel, ChannelFixture fixture) {
    List<DynamicNode> tests = new ArrayList<>();
    for (Path file : Recording.exchanges(channel)) {
      List<ReplayedExchange.Call> calls = ReplayedExchange.read(file);
      for (int i = 0; i < calls.size(); i++) {
        ReplayedExchange.Call call = calls.get(i);
        String name = file.getFileName() + " " + (i + 1) + ": " + call.kind() + ", " + call.outcome().getFirst();
        tests.add(
            dynamicTest(
                name, () -> assertThat(ReplayedExchange.play(call, channel, fixture)).isEqualTo(call.outcome())));
      }
    }
    return tests;
  }

  /** The recorded exchanges cover what a channel can do to us: pages, no such order, busy, refused, no answer. */
  private static void hasAsked(Channel channel, List<Recording> recordings, AccountSettings account) {
    Set<String> seen = new HashSet<>();
    for (Path file : Recording.exchanges(channel)) {
      for (ReplayedExchange.Call call : ReplayedExchange.read(file)) {
        String result = call.outcome().getFirst();
        seen.add(call.kind() + " " + result.split(" ")[0]);
        seen.add(call.kind() + " " + result);
        call.statuses().forEach(status -> seen.add(call.kind() + " " + status + " " + result.split(" ")[0]));
      }
    }
    assertThat(seen)
        .contains("changes page", "changes page more", "changes 429 later", "changes 401 failed", "changes later");
    boolean names = recordings.stream().anyMatch(one -> fetches(channel.decode(one.message(), account)));
    assertThat(names).isEqualTo(channel.capabilities().can().contains(Capability.PUSHES_ORDER_IDS));
    if (names) {
      assertThat(seen).contains("fetch fetched", "fetch unknown", "fetch 429 later", "fetch 401 failed", "fetch later");
    }
  }

  private static boolean fetches(Decoded decoded) {
    return decoded instanceof Decoded.FetchNeeded;
  }

  private static DynamicContainer each(String what, List<Recording> recordings, Check check) {
    return dynamicContainer(
        what, recordings.stream().map(one -> dynamicTest(one.name(), (Executable) () -> check.of(one))));
  }

  private static String text(RawMessage message) {
    String text = new String(message.body(), StandardCharsets.UTF_8);
    return text.substring(0, Math.min(text.length(), 20_000));
  }

  private interface Check {
    void of(Recording recording) throws Exception;
  }
}

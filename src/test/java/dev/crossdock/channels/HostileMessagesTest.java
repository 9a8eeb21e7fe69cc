package dev.crossdock.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.orders.exceptions.ExceptionSearch;
import dev.crossdock.testing.Oms;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Messages with every kind of fault, from each adapter through the whole pipeline into a real database. Whatever comes:
 * each message ends understood, ignored, or parked with a rule; none makes the pipeline fail; everything adds up.
 */
class HostileMessagesTest {

  private static final long SEED = 20_261_121;
  private static final int MUTATIONS = 10;

  @TestFactory
  Stream<DynamicTest> noMutationOfARecordingMakesThePipelineFail() {
    return Adapters.all().stream()
        .map(channel -> DynamicTest.dynamicTest(channel.id(), () -> mutationsOf(channel)));
  }

  @TestFactory
  Stream<DynamicTest> everyHostileBodyIsStoredParkedSeenAndRunAgain() {
    return Adapters.all().stream().map(channel -> DynamicTest.dynamicTest(channel.id(), () -> hostileTo(channel)));
  }

  @TestFactory
  Stream<DynamicTest> whatNobodyReadsDoesNoHarm() {
    return Adapters.all().stream().map(channel -> DynamicTest.dynamicTest(channel.id(), () -> harmlessTo(channel)));
  }

  /** Ten at once of one message, dressed in a number that would fill the memory and in names that nobody reads. */
  private static void harmlessTo(Channel channel) {
    try (Oms oms = new Oms(Adapters.all())) {
      AccountSettings account = account(oms, channel);
      Recording like = order(channel, account);
      String text = new String(like.message().body(), StandardCharsets.UTF_8);
      String body = names(50_000) + "\"n\":1e1000000000," + text.substring(text.indexOf('{') + 1);
      for (int i = 0; i < 10; i++) {
        oms.message(channel.id(), account.account(), like.with(body.getBytes(StandardCharsets.UTF_8)));
      }
      oms.work();
      oms.house().pipeline().close();
      assertEnded(oms, 10);
      assertThat(oms.number("select count(*) from inbox where merchant = :merchant and state = 'DONE'")).isEqualTo(10);
      assertThat(oms.number("select count(*) from orders where merchant = :merchant")).isEqualTo(1);
    }
  }

  private static Recording order(Channel channel, AccountSettings account) {
    return Recording.of(channel).stream().filter(r -> isOrder(channel, r, account)).findFirst().orElseThrow();
  }

  private static void mutationsOf(Channel channel) {
    try (Oms oms = new Oms(Adapters.all())) {
      AccountSettings account = account(oms, channel);
      int messages = 0;
      for (Recording recording : Recording.of(channel)) {
        Mutations mutations = new Mutations(recording.message().body(), SEED + recording.name().hashCode());
        oms.message(channel.id(), account.account(), recording.message());
        for (int i = 0; i < MUTATIONS; i++) {
          oms.message(channel.id(), account.account(), recording.with(mutations.next()));
        }
        messages += MUTATIONS + 1;
      }
      oms.work();
      oms.house().pipeline().close();
      assertEnded(oms, messages);
    }
  }

  private static void hostileTo(Channel channel) {
    try (Oms oms = new Oms(Adapters.all())) {
      AccountSettings account = account(oms, channel);
      Recording like = order(channel, account);
      List<byte[]> bodies = hostile(like.message().body());
      bodies.forEach(body -> oms.message(channel.id(), account.account(), like.with(body)));
      oms.work();
      oms.house().pipeline().close();

      assertEnded(oms, bodies.size());
      assertThat(oms.number("select count(*) from inbox where merchant = :merchant and state = 'PARKED'"))
          .isEqualTo(bodies.size());
      assertThat(oms.number("select count(*) from inbox_body where merchant = :merchant")).isEqualTo(bodies.size());
      int cases = oms.write(tx -> new ExceptionSearch().openCount(tx));
      assertThat(cases).as("each is seen as an exception").isEqualTo(bodies.size());

      List<UUID> parked =
          oms.write(
              tx ->
                  tx.sql("select id from inbox where merchant = :merchant and state = 'PARKED'")
                      .query((row, n) -> row.getObject(1, UUID.class))
                      .list());
      int again = oms.write(tx -> oms.house().inbox().rerun(tx, java.util.Set.copyOf(parked)));
      assertThat(again).isEqualTo(bodies.size());
      oms.work();
      assertEnded(oms, bodies.size());
    }
  }

  private static boolean isOrder(Channel channel, Recording recording, AccountSettings account) {
    return channel.decode(recording.message(), account) instanceof Decoded.Snapshot;
  }

  /** Bodies that no channel sends and anybody may. */
  private static List<byte[]> hostile(byte[] order) {
    String text = new String(order, StandardCharsets.UTF_8);
    String inside = text.substring(text.indexOf('{') + 1);
    List<byte[]> bodies = new ArrayList<>();
    bodies.add(new byte[] {(byte) 0xC3, 0x28, '{', '}'});
    bodies.add(new byte[] {0, 0, 0});
    bodies.add(new byte[64]);
    Stream.of(
            "null", "[]", "\"order\"", "12", "{", "{}}", "<order/>", "{'id':1}",
            "[".repeat(100_000), "{\"a\":".repeat(50_000),
            "{\"n\":" + "9".repeat(5_000) + "," + inside,
            "{\"twice\":1,\"twice\":2," + inside,
            "{\"s\":\"" + "x".repeat(1_500_000) + "\"," + inside,
            names(300_000) + inside,
            text.substring(0, text.length() / 2),
            text + text)
        .forEach(body -> bodies.add(body.getBytes(StandardCharsets.UTF_8)));
    return bodies;
  }

  /** The beginning of an object with so many names that nobody reads. */
  private static String names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "\"k" + i + "\":1").collect(Collectors.joining(",", "{", ","));
  }

  private static void assertEnded(Oms oms, int messages) {
    assertThat(oms.number("select count(*) from inbox where merchant = :merchant")).isEqualTo(messages);
    assertThat(
            oms.number(
                "select count(*) from inbox where merchant = :merchant and reason_rule = 'processing-failed'"))
        .as("seed " + SEED)
        .isZero();
    assertThat(
            oms.number(
                "select count(*) from inbox where merchant = :merchant and state = 'RECEIVED' and leased_by is null"
                    + " and reason_text = 'processing failed'"))
        .as("nothing failed and waits for another attempt")
        .isZero();
    assertThat(oms.violations()).as("seed " + SEED).isEmpty();
  }

  private static AccountSettings account(Oms oms, Channel channel) {
    AccountSettings account = Adapters.fixture(channel).orElseThrow().account();
    AccountStored stored =
        oms.write(
            tx ->
                oms.house()
                    .accounts()
                    .put(
                        tx,
                        new NewChannelAccount(
                            channel.id(), account.account(), "Hostile", account.settings(), account.secrets())));
    assertThat(stored).isInstanceOf(AccountStored.Created.class);
    return account;
  }
}

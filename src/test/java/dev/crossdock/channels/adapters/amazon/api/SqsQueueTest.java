package dev.crossdock.channels.adapters.amazon.api;

import static dev.crossdock.channels.adapters.amazon.api.FakeAmazon.SIGNED_IN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.ChangesOutcome;
import dev.crossdock.platform.http.Outbound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notifications from the seller's own queue: deleted only once they are stored. */
class SqsQueueTest {

  private static final String URL = "https://sqs.eu-west-1.amazonaws.com/000000000000/made-up";
  private static final Duration OVERLAP = Duration.ofMinutes(15);
  private static final String NOT_DUE = "2026-11-20T14:00:00Z|||2026-11-20T15:04:00Z|";
  private static final String TWO =
      """
      {"Messages":[{"MessageId":"1","ReceiptHandle":"AQEB+one/==","Body":"{\\"n\\":1}"},
                   {"MessageId":"2","ReceiptHandle":"AQEB+two/==","Body":"{\\"n\\":\\"ü\\"}"}]}
      """;

  @Test
  void handsOutMessagesAndDeletesThemWhenTheCursorComesBack() {
    FakeAmazon amazon = withQueue().answers(200, TWO).answers(200, "{\"Successful\":[]}").answers(200, "{}");

    ChangesOutcome.Page first = page(amazon, NOT_DUE);
    ChangesOutcome.Page second = page(amazon, first.cursor());

    assertThat(first.documents())
        .extracting(document -> new String(document.body(), StandardCharsets.UTF_8))
        .containsExactly("{\"n\":1}", "{\"n\":\"ü\"}");
    assertThat(first.more()).isTrue();
    assertThat(first.cursor()).isEqualTo(NOT_DUE + "\nAQEB+one/==\nAQEB+two/==");
    assertThat(second.documents()).isEmpty();
    assertThat(second.more()).isFalse();
    assertThat(second.cursor()).isEqualTo(NOT_DUE);
    assertThat(amazon.asked).extracting(SqsQueueTest::action).containsExactly("Receive", "DeleteBatch", "Receive");
    assertThat(body(amazon.asked.get(0)))
        .isEqualTo(
            "{\"QueueUrl\":\"" + URL + "\",\"MaxNumberOfMessages\":10,"
                + "\"VisibilityTimeout\":300,\"WaitTimeSeconds\":0}");
    assertThat(body(amazon.asked.get(1)))
        .isEqualTo(
            "{\"QueueUrl\":\"" + URL + "\",\"Entries\":[{\"Id\":\"0\",\"ReceiptHandle\":\"AQEB+one/==\"},"
                + "{\"Id\":\"1\",\"ReceiptHandle\":\"AQEB+two/==\"}]}");
    assertThat(amazon.asked.get(0).headers().get("authorization"))
        .contains("Credential=AKIDMADEUP/20261120/eu-west-1/sqs/");
  }

  @Test
  void keepsTheReceiptsWhenTheQueueDoesNotAnswer() {
    FakeAmazon amazon = withQueue().fails(new IOException("cut off"));

    assertThat(AmazonOrders.changesSince(NOT_DUE + "\nAQEB+one/==", OVERLAP, amazon))
        .isInstanceOf(ChangesOutcome.TryLater.class);
    assertThat(amazon.asked).hasSize(1);
  }

  @Test
  void looksForChangedOrdersTooWhenItIsTime() {
    FakeAmazon amazon =
        withQueue().answers(200, "{}").answers(200, SIGNED_IN).answers(200, "{\"orders\":[{\"orderId\":\"1\"}]}");

    ChangesOutcome.Page page = page(amazon, "2026-11-20T14:00:00Z||||");

    assertThat(page.documents()).hasSize(1);
    assertThat(page.cursor()).isEqualTo("2026-11-20T14:57:30Z|||2026-11-20T15:05:00Z|");
  }

  @Test
  void losesNothingThatTheQueueTellsOddly() {
    String odd = "{\"Messages\":[{\"MessageId\":\"1\"},{\"Body\":\"b\",\"ReceiptHandle\":\"a\\nb\"}]}";
    ChangesOutcome.Page page = page(withQueue().answers(200, odd), NOT_DUE);

    assertThat(page.documents())
        .extracting(document -> new String(document.body(), StandardCharsets.UTF_8))
        .containsExactly("{\"MessageId\":\"1\"}", "b");
    assertThat(page.cursor()).isEqualTo(NOT_DUE);
  }

  @ParameterizedTest
  @CsvSource({"400, Failed", "403, Failed", "404, Failed", "429, TryLater", "500, TryLater"})
  void sortsTheQueuesRefusals(int status, String outcome) {
    FakeAmazon amazon = withQueue().answers(status, "{}");

    assertThat(AmazonOrders.changesSince(NOT_DUE, OVERLAP, amazon).getClass().getSimpleName()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://sqs.eu-west-1.amazonaws.com.evil.example/000000000000/made-up",
        "http://sqs.eu-west-1.amazonaws.com/000000000000/made-up",
        "https://sqs.eu-west-1.amazonaws.com/000000000000/made-up\"",
        "https://169.254.169.254/000000000000/made-up",
        "made-up",
      })
  void refusesWhatIsNoQueueOfSqs(String url) {
    FakeAmazon amazon = withQueue().with(AmazonAccount.QUEUE_URL, url);

    assertThat(AmazonOrders.changesSince(NOT_DUE, OVERLAP, amazon)).isInstanceOf(ChangesOutcome.Failed.class);
    assertThat(amazon.asked).isEmpty();
  }

  @Test
  void needsItsKeys() {
    assertThat(AmazonOrders.changesSince(NOT_DUE, OVERLAP, withQueue().with(AmazonAccount.QUEUE_ACCESS_KEY, "")))
        .isInstanceOf(ChangesOutcome.Failed.class);
  }

  @Test
  void readsASimulatedQueueOnThisMachine() {
    FakeAmazon amazon =
        withQueue().with(AmazonAccount.QUEUE_URL, "http://127.0.0.1:4711/000000000000/made-up").answers(200, "{}");

    page(amazon, NOT_DUE);

    assertThat(amazon.targets()).containsExactly("POST http://127.0.0.1:4711/");
  }

  private static FakeAmazon withQueue() {
    return new FakeAmazon()
        .with(AmazonAccount.QUEUE_URL, URL)
        .with(AmazonAccount.QUEUE_ACCESS_KEY, "AKIDMADEUP")
        .withSecret(AmazonAccount.QUEUE_SECRET_KEY, "made/up+secret");
  }

  private static ChangesOutcome.Page page(FakeAmazon amazon, String cursor) {
    ChangesOutcome outcome = AmazonOrders.changesSince(cursor, OVERLAP, amazon);
    assertThat(outcome).isInstanceOf(ChangesOutcome.Page.class);
    return (ChangesOutcome.Page) outcome;
  }

  private static String action(Outbound.Request request) {
    return request.headers().getOrDefault("x-amz-target", "").replace("AmazonSQS.", "").replace("Message", "");
  }

  private static String body(Outbound.Request request) {
    return new String(request.body(), StandardCharsets.UTF_8);
  }
}

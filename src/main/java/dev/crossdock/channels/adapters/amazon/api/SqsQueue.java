package dev.crossdock.channels.adapters.amazon.api;

import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.channels.adapters.calls.Call;
import dev.crossdock.channels.adapters.calls.Reply;
import dev.crossdock.channels.adapters.json.Json;
import dev.crossdock.channels.adapters.json.Unreadable;
import dev.crossdock.platform.http.Outbound;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The seller's own queue at Amazon SQS, spoken to in its JSON protocol. */
record SqsQueue(ChannelSession session, String url, URI endpoint, AwsSignature signature) {

  private static final Pattern AT_AMAZON =
      Pattern.compile(
          "(https://sqs\\.([a-z0-9-]{1,40})\\.amazonaws\\.com(?:\\.cn)?)/\\d{12}/[A-Za-z0-9_-]{1,80}(?:\\.fifo)?");
  private static final Pattern ON_THIS_MACHINE =
      Pattern.compile("(http://(?:localhost|127\\.0\\.0\\.1):\\d{1,5})/\\d{12}/[A-Za-z0-9_-]{1,80}");
  private static final String REGION_OF_THIS_MACHINE = "us-east-1";

  /** While a message is being stored here nobody else gets it; afterwards it comes again unless it was deleted. */
  private static final int HIDDEN_SECONDS = 300;

  private static final int BATCH_MAX = 10;

  /** Messages with what is needed to delete them. */
  record Batch(List<RawMessage> messages, List<String> receipts) {}

  /** The account's queue; null when its settings are incomplete or name no queue of SQS. */
  static @Nullable SqsQueue of(ChannelSession session, AmazonAccount account) {
    String url = account.queueUrl();
    Matcher amazon = AT_AMAZON.matcher(url);
    Matcher local = ON_THIS_MACHINE.matcher(url);
    String secretKey = account.secret(AmazonAccount.QUEUE_SECRET_KEY);
    if (account.queueAccessKey().isEmpty() || secretKey.isEmpty()) {
      return null;
    }
    if (amazon.matches()) {
      AwsSignature signature = new AwsSignature(account.queueAccessKey(), secretKey, amazon.group(2), "sqs");
      return new SqsQueue(session, url, URI.create(amazon.group(1) + "/"), signature);
    }
    if (local.matches()) {
      AwsSignature signature = new AwsSignature(account.queueAccessKey(), secretKey, REGION_OF_THIS_MACHINE, "sqs");
      return new SqsQueue(session, url, URI.create(local.group(1) + "/"), signature);
    }
    return null;
  }

  Reply receive() {
    return call(
        "ReceiveMessage",
        "{\"QueueUrl\":\"%s\",\"MaxNumberOfMessages\":%d,\"VisibilityTimeout\":%d,\"WaitTimeSeconds\":0}"
            .formatted(url, BATCH_MAX, HIDDEN_SECONDS));
  }

  /** Deletes messages that are stored here; one that is gone already does no harm. */
  Reply delete(List<String> receipts) {
    if (receipts.isEmpty()) {
      return new Reply.Answered(new Outbound.Answer(200, Map.of(), new byte[0]));
    }
    List<String> entries = new ArrayList<>();
    for (String receipt : receipts) {
      entries.add("{\"Id\":\"%d\",\"ReceiptHandle\":\"%s\"}".formatted(entries.size(), receipt));
    }
    return call(
        "DeleteMessageBatch", "{\"QueueUrl\":\"%s\",\"Entries\":[%s]}".formatted(url, String.join(",", entries)));
  }

  /** What was received. A message without a body is kept as the queue told it, so that nothing goes unseen. */
  static Batch read(byte[] answer) {
    List<RawMessage> messages = new ArrayList<>();
    List<String> receipts = new ArrayList<>();
    for (byte[] each : each(answer)) {
      Map<String, String> message = Json.peek(each, Set.of("Body", "ReceiptHandle"));
      String body = message.get("Body");
      byte[] bytes = body == null ? each : body.getBytes(StandardCharsets.UTF_8);
      messages.add(new RawMessage("", Map.of(), bytes));
      String receipt = message.getOrDefault("ReceiptHandle", "");
      if (AmazonCursor.RECEIPT.matcher(receipt).matches()) {
        receipts.add(receipt);
      }
    }
    return new Batch(messages, receipts);
  }

  /** An empty queue answers without a list. */
  private static List<byte[]> each(byte[] answer) {
    try {
      return Json.elements(answer, "Messages");
    } catch (Unreadable _) {
      return List.of();
    }
  }

  private Reply call(String action, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers =
        Map.of("content-type", "application/x-amz-json-1.0", "x-amz-target", "AmazonSQS." + action);
    Outbound.Request request = new Outbound.Request("POST", endpoint, headers, body);
    return Call.send(session, signature.sign(request, session.now()));
  }
}

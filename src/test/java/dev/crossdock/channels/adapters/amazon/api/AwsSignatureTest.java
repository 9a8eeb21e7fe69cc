package dev.crossdock.channels.adapters.amazon.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.http.Outbound;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsSignatureTest {

  /** The case that Amazon's test suite for Signature Version 4 calls post-vanilla. */
  @Test
  void signsAPublishedExample() {
    AwsSignature signature =
        new AwsSignature("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "us-east-1", "service");
    Outbound.Request request =
        new Outbound.Request("POST", URI.create("https://example.amazonaws.com/"), Map.of(), null);

    Outbound.Request signed = signature.sign(request, Instant.parse("2015-08-30T12:36:00Z"));

    assertThat(signed.headers())
        .containsOnly(
            Map.entry("x-amz-date", "20150830T123600Z"),
            Map.entry(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                    + " SignedHeaders=host;x-amz-date,"
                    + " Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"));
  }

  @Test
  void signsEveryHeaderAndTheBody() {
    AwsSignature signature = new AwsSignature("AKIDMADEUP", "made/up+secret", "eu-west-1", "sqs");
    String text = "{\"QueueUrl\":\"https://sqs.eu-west-1.amazonaws.com/000000000000/made-up\"}";
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers =
        Map.of("X-Amz-Target", "AmazonSQS.ReceiveMessage", "Content-Type", " application/x-amz-json-1.0 ");
    Outbound.Request request =
        new Outbound.Request("POST", URI.create("https://sqs.eu-west-1.amazonaws.com/"), headers, body);

    assertThat(signature.sign(request, FakeAmazon.NOW).headers().get("authorization"))
        .endsWith(
            " SignedHeaders=content-type;host;x-amz-date;x-amz-target,"
                + " Signature=3ae384700c0863f4008326b9274de4034deeff4e6c1c22dd70a7c75ffcd6feb4");
  }

  @Test
  void neverShowsTheSecretKey() {
    assertThat(new AwsSignature("AKIDMADEUP", "made/up+secret", "eu-west-1", "sqs").toString())
        .doesNotContain("secret");
  }
}

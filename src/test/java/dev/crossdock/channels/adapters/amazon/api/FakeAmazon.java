package dev.crossdock.channels.adapters.amazon.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.ChannelSession;
import dev.crossdock.platform.http.Outbound;
import dev.crossdock.platform.http.Outbound.Answer;
import dev.crossdock.platform.http.Outbound.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A session whose calls are answered in the order the answers were given, and which remembers what was asked. */
final class FakeAmazon implements ChannelSession, Outbound {

  static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");
  static final String SIGNED_IN = "{\"access_token\":\"Atza|fresh\",\"token_type\":\"bearer\",\"expires_in\":3600}";

  final List<Request> asked = new ArrayList<>();
  final Map<String, String> tokens = new HashMap<>();
  final Map<String, Instant> expiries = new HashMap<>();

  private final Deque<Object> answers = new ArrayDeque<>();
  private final Map<String, String> settings = new HashMap<>();
  private final Map<String, String> secrets = new HashMap<>();

  FakeAmazon() {
    settings.put(AmazonAccount.REGION, "eu");
    settings.put(AmazonAccount.CLIENT_ID, "amzn1.made-up");
    secrets.put(AmazonAccount.CLIENT_SECRET, "made up & secret");
    secrets.put(AmazonAccount.REFRESH_TOKEN, "Atzr|made+up");
  }

  FakeAmazon with(String setting, String value) {
    settings.put(setting, value);
    return this;
  }

  FakeAmazon withSecret(String key, String value) {
    secrets.put(key, value);
    return this;
  }

  FakeAmazon answers(int status, String body, String... headers) {
    Map<String, List<String>> named = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      named.put(headers[i], List.of(headers[i + 1]));
    }
    answers.add(new Answer(status, named, body.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  FakeAmazon fails(IOException failure) {
    answers.add(failure);
    return this;
  }

  OrdersApi orders() {
    return OrdersApi.of(this);
  }

  /** Method and target of each request, in order. */
  List<String> targets() {
    return asked.stream().map(request -> request.method() + " " + request.uri()).toList();
  }

  @Override
  public Answer send(Request request) throws IOException {
    asked.add(request);
    Object answer = answers.poll();
    assertThat(answer).as("an answer to %s %s", request.method(), request.uri()).isNotNull();
    if (answer instanceof IOException failure) {
      throw failure;
    }
    return (Answer) answer;
  }

  @Override
  public AccountSettings account() {
    return new AccountSettings("amazon", "north", settings, secrets);
  }

  @Override
  public Outbound http() {
    return this;
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
    tokens.put(name, value);
    expiries.put(name, expiresAt);
  }
}

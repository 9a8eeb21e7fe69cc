package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.security.Scope;
import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Health, metrics, and all the addresses that do not exist. */
class EverythingElseTest {

  private final Installation house = Installation.shared();

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/live", "/health/ready"})
  void tellsWhetherItIsReadyAndNothingMore(String path) {
    Reply reply = anonymous(path);

    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.at("/status")).isEqualTo("UP");
    assertThat(reply.text()).doesNotContain("components", "PostgreSQL", "path");
  }

  @Test
  void showsMetricsToThisMachineAndToKeysThatMayRead() {
    HttpRequest passedOn =
        HttpRequest.newBuilder(house.uri("/metrics")).header("X-Forwarded-For", "203.0.113.9").build();
    HttpRequest withKey =
        HttpRequest.newBuilder(house.uri("/metrics"))
            .header("X-Forwarded-For", "203.0.113.9")
            .header("Authorization", "Bearer " + house.key(Scope.METRICS_READ))
            .build();

    assertThat(anonymous("/metrics").text()).contains("jvm_memory_used_bytes");
    assertThat(house.send(passedOn).status()).isEqualTo(401);
    assertThat(house.send(withKey).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "/actuator", "/actuator/env", "/env", "/beans", "/heapdump", "/v3/api-docs", "/swagger-ui.html", "/h2-console",
    "/.git/config", "/WEB-INF/web.xml", "/application.yaml", "/error", "/health/ready/db", "/nothing"
  })
  void hasNoOtherDoors(String path) {
    Reply reply = anonymous(path);

    assertThat(reply.status()).isIn(404, 401);
    assertThat(reply.text()).isEmpty();
  }

  @Test
  void sendsPeopleToTheSignIn() {
    Reply reply = anonymous("/console");

    assertThat(reply.status()).isEqualTo(302);
    assertThat(reply.header("location")).endsWith("/console/sign-in");
    assertThat(reply.header("content-security-policy")).contains("script-src 'self'").contains("base-uri 'none'");
    assertThat(reply.header("set-cookie")).contains("HttpOnly").contains("SameSite=Lax");
  }

  @Test
  void tellsAPartOfAPageThatItsSessionIsOver() {
    Reply reply = house.send(HttpRequest.newBuilder(house.uri("/console")).header("HX-Request", "true").build());

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("hx-redirect")).as("what is typed on the page must not be lost").isEmpty();
    assertThat(reply.text()).isEmpty();
  }

  @Test
  void refusesAFormWithoutItsToken() {
    HttpRequest forged =
        HttpRequest.newBuilder(house.uri("/console/sign-in"))
            .POST(BodyPublishers.ofString("username=admin&password=admin"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .build();

    Reply reply = house.send(forged);
    assertThat(reply.status()).isEqualTo(302);
    assertThat(reply.header("location")).endsWith("/console/sign-in?ended");
    String cookie = reply.header("set-cookie").split(";", 2)[0];
    Reply after = house.send(HttpRequest.newBuilder(house.uri("/console")).header("Cookie", cookie).build());
    assertThat(after.header("location")).as("nobody is signed in by it").endsWith("/console/sign-in");
  }

  @Test
  void answersNoTrace() {
    HttpRequest trace = HttpRequest.newBuilder(house.uri("/health")).method("TRACE", BodyPublishers.noBody()).build();

    assertThat(house.send(trace).status()).isEqualTo(405);
  }

  private Reply anonymous(String path) {
    return house.send(HttpRequest.newBuilder(house.uri(path)).build());
  }
}

package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The header {@code Idempotency-Key}. */
class IdempotencyKeyTest {

  private static final String ONE = "[{\"sku\":\"IK-1\",\"title\":\"One\"}]";

  private final Installation house = Installation.shared();

  @Test
  void givesTheFirstAnswerAgain() {
    Reply first = post("ik-again", ONE);
    Reply second = post("ik-again", ONE);

    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.text()).isEqualTo(first.text()).contains("\"created\":1");
    assertThat(first.header("idempotent-replayed")).isEqualTo("false");
    assertThat(second.header("idempotent-replayed")).isEqualTo("true");
  }

  @Test
  void refusesTheKeyForAnotherRequest() {
    post("ik-other", "[{\"sku\":\"IK-2\",\"title\":\"Two\"}]");

    Reply other = post("ik-other", "[{\"sku\":\"IK-3\",\"title\":\"Three\"}]");

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.at("/type")).isEqualTo("urn:crossdock:problem:idempotency-key-reused");
    assertThat(house.get("/api/v1/products?text=IK-3").at("/items/0/sku")).isEmpty();
  }

  @Test
  void leavesTheKeyFreeAfterARefusal() {
    assertThat(post("ik-free", "[{\"sku\":\"IK-4\"}]").status()).isEqualTo(422);
    assertThat(post("ik-free", "[{\"sku\":\"IK-4\",\"title\":\"Four\"}]").status()).isEqualTo(200);
  }

  @Test
  void doesTheWorkOnceForManyAtOnce() throws Exception {
    String body = "[{\"sku\":\"IK-5\",\"title\":\"Five\"}]";
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> replies =
          IntStream.range(0, 20).mapToObj(n -> pool.submit(() -> post("ik-parallel", body))).toList();
      int done = 0;
      for (Future<Reply> reply : replies) {
        assertThat(reply.get().text()).contains("\"created\":1");
        done += reply.get().header("idempotent-replayed").equals("false") ? 1 : 0;
      }
      assertThat(done).isEqualTo(1);
    }
  }

  @Test
  void refusesKeysOfAnotherForm() {
    assertThat(post("x".repeat(201), ONE).at("/type")).isEqualTo("urn:crossdock:problem:invalid-idempotency-key");
    assertThat(post("with blank", ONE).status()).isEqualTo(400);
  }

  private Reply post(String key, String body) {
    return house.send(house.request("POST", "/api/v1/products", body).header("Idempotency-Key", key).build());
  }
}

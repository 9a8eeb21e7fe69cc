package dev.crossdock.sandbox.network;

import static dev.crossdock.sandbox.wire.Native.object;

import dev.crossdock.sandbox.Product;
import dev.crossdock.sandbox.wire.Native;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/** The demo merchant's own rules: Britain from London, America at the least cost, the store last. */
public final class DemoPolicy {

  private static final String FILE = "/demo/routing-policy.json";
  private static final String POLICIES = "/api/v1/routing/policies";

  private DemoPolicy() {}

  /** Lets them decide from now on. */
  public static void tell(Product product) {
    JsonNode draft =
        product
            .post(POLICIES, object("policy", policy(), "comment", "The way our goods lie"))
            .orFail("the routing policy")
            .json();
    product
        .post(POLICIES + "/" + draft.at("/version").asInt() + "/activate", object())
        .orFail("letting the routing policy decide");
  }

  private static JsonNode policy() {
    try (InputStream file = DemoPolicy.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("there is no " + FILE);
      }
      return Native.tree(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

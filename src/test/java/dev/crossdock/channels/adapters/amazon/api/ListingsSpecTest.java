package dev.crossdock.channels.adapters.amazon.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Shared;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What we ask of the Listings Items API, as recorded, is what Amazon's own description of it allows. */
class ListingsSpecTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String SEARCH = "/listings/2021-08-01/items/{sellerId}";
  private static final String ITEM = SEARCH + "/{sku}";

  @TestFactory
  Stream<DynamicTest> everyRecordedRequestIsAllowed() {
    return Shared.files("specs/amazon", "listingsItems_2021-08-01.json").stream()
        .flatMap(
            spec ->
                requests().stream()
                    .map(
                        request ->
                            DynamicTest.dynamicTest(
                                request.path("method").asString() + " " + request.path("target").asString(),
                                () -> assertThat(objections(JSON.readTree(spec.toFile()), request)).isEmpty())));
  }

  private static List<JsonNode> requests() {
    Path file = Shared.project().resolve("src/test/resources/recordings/amazon/stock.exchange.json");
    List<JsonNode> requests = new ArrayList<>();
    for (JsonNode call : JSON.readTree(file.toFile()).path("calls")) {
      for (JsonNode exchange : call.path("exchanges")) {
        if (exchange.path("request").path("target").asString().startsWith("/listings/")) {
          requests.add(exchange.path("request"));
        }
      }
    }
    assertThat(requests).hasSizeGreaterThan(10);
    return requests;
  }

  private static List<String> objections(JsonNode spec, JsonNode request) {
    List<String> objections = new ArrayList<>();
    String method = request.path("method").asString().toLowerCase(Locale.ROOT);
    URI target = URI.create("https://x" + request.path("target").asString());
    boolean ofOne = target.getRawPath().split("/").length == ITEM.split("/").length;
    JsonNode operation = spec.path("paths").path(ofOne ? ITEM : SEARCH).path(method);
    List<String> given = Arrays.asList(target.getRawQuery().split("&"));
    for (String pair : given) {
      String[] parts = pair.split("=", 2);
      JsonNode declared = parameter(operation, parts[0]);
      if (declared.isMissingNode()) {
        objections.add("no parameter " + parts[0]);
      }
      String allowed = declared.path("items").path("enum").toString();
      Stream.of(parts[1].split(","))
          .filter(value -> !allowed.isEmpty() && !allowed.contains("\"" + value + "\""))
          .forEach(value -> objections.add(parts[0] + " is never " + value));
    }
    for (JsonNode parameter : operation.path("parameters")) {
      String name = parameter.path("name").asString();
      boolean needed = parameter.path("required").asBoolean() && parameter.path("in").asString().equals("query");
      if (needed && given.stream().noneMatch(pair -> pair.startsWith(name + "="))) {
        objections.add(name + " is required");
      }
    }
    if (method.equals("patch")) {
      objections.addAll(bodyObjections(spec.path("definitions"), request.path("has")));
    }
    return objections;
  }

  private static JsonNode parameter(JsonNode operation, String name) {
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("name").asString().equals(name)) {
        return parameter;
      }
    }
    return operation.path("no such field");
  }

  private static List<String> bodyObjections(JsonNode definitions, JsonNode body) {
    List<String> objections = new ArrayList<>(missing(definitions.path("ListingsItemPatchRequest"), body));
    JsonNode operation = definitions.path("PatchOperation");
    for (JsonNode patch : body.path("patches")) {
      objections.addAll(missing(operation, patch));
      if (!operation.path("properties").path("op").path("enum").toString().contains(patch.path("op").toString())) {
        objections.add("no such op");
      }
    }
    return objections;
  }

  private static List<String> missing(JsonNode definition, JsonNode object) {
    List<String> missing = new ArrayList<>();
    definition.path("required").forEach(name -> {
      if (!object.has(name.asString())) {
        missing.add(name.asString() + " is required");
      }
    });
    object.propertyNames().forEach(name -> {
      if (!definition.path("properties").has(name)) {
        missing.add("no field " + name);
      }
    });
    return missing;
  }
}

package dev.crossdock.api.openapi;

import static dev.crossdock.api.openapi.Schemas.object;

import dev.crossdock.api.openapi.Operations.Operation;
import dev.crossdock.platform.http.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** The API's description: the shapes found in the code, with everything that the shapes alone do not tell. */
final class ApiDocument {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<String, String> PROBLEMS =
      new TreeMap<>(
          Map.of(
              "400", "The request cannot be read.",
              "401", "No key, or none that is in force.",
              "403", "The key lacks the scope.",
              "404", "It does not exist.",
              "409", "The state of things does not allow it.",
              "413", "The body is too large.",
              "415", "The body is not application/json, or compressed.",
              "422", "The body can be read, but something in it is wrong; nothing was stored.",
              "503", "Not now; Retry-After says when."));

  /** Answered in front of all controllers, so that the generator does not find it. */
  private static final String WEBHOOK = "/webhooks/{channel}/{account}";

  private final Map<String, Object> raw;
  private final Map<String, String> scopes;
  private final Schemas schemas;

  /**
   * From what the generator found.
   *
   * @param scopes the scope each route needs, by {@code METHOD path}
   */
  ApiDocument(Map<String, Object> raw, Map<String, String> scopes) {
    this.raw = raw;
    this.scopes = scopes;
    this.schemas = new Schemas(object(object(raw.get("components")).get("schemas")));
  }

  String yaml() {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(110);
    options.setIndent(2);
    return new Yaml(options).dump(ordered(document()));
  }

  /** A copy without shared parts, the keys of maps that have no order of their own sorted. */
  private static Object ordered(Object node) {
    return switch (node) {
      case Map<?, ?> map -> {
        Map<Object, Object> copy = map instanceof LinkedHashMap ? new LinkedHashMap<>() : new TreeMap<>();
        map.forEach((key, value) -> copy.put(key, ordered(value)));
        yield copy;
      }
      case List<?> list -> new ArrayList<>(list.stream().map(ApiDocument::ordered).toList());
      default -> node;
    };
  }

  private Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put("info", info());
    document.put("servers", List.of(Map.of("url", "/")));
    document.put("security", List.of(Map.of("apiKey", List.of())));
    document.put("tags", tags());
    document.put("paths", paths());
    document.put("components", components());
    return document;
  }

  private static Map<String, Object> info() {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("title", "Crossdock");
    info.put("version", "1");
    info.put(
        "description",
        "Instants are UTC in RFC 3339. Money is an amount in decimal text with its ISO 4217 currency. Lists are given "
            + "in parts: after and limit. A change under an Idempotency-Key has its effect once. What is refused is "
            + "told as a problem of RFC 9457, by whose type programs tell it apart. Bodies are taken strictly: an "
            + "unknown or doubled property is refused.");
    info.put("license", Map.of("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0"));
    return info;
  }

  private static List<Object> tags() {
    return Operations.all().values().stream()
        .map(Operation::tag)
        .distinct()
        .<Object>map(tag -> Map.of("name", tag))
        .toList();
  }

  private Map<String, Object> paths() {
    Map<String, Object> paths = new TreeMap<>();
    Map<String, Object> webhook = Map.of("parameters", List.of(inPath("channel"), inPath("account")));
    paths.put(WEBHOOK, Map.of("post", operation("post", WEBHOOK, webhook)));
    object(raw.get("paths"))
        .forEach(
            (path, methods) -> {
              if (path.startsWith("/api/")) {
                Map<String, Object> described = new TreeMap<>();
                object(methods)
                    .forEach((method, found) -> described.put(method, operation(method, path, object(found))));
                paths.put(path, described);
              }
            });
    return paths;
  }

  private static Map<String, Object> inPath(String name) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", "path");
    parameter.put("required", true);
    parameter.put("schema", Map.of("type", "string"));
    return parameter;
  }

  private Map<String, Object> operation(String method, String path, Map<String, Object> found) {
    String route = method.toUpperCase(Locale.ROOT) + " " + path;
    Operation told = Operations.all().get(route);
    if (told == null) {
      throw new IllegalStateException("Operations says nothing about " + route);
    }
    boolean webhook = path.startsWith("/webhooks/");
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("tags", List.of(told.tag()));
    operation.put("operationId", operationId(method, path));
    operation.put("summary", told.summary());
    operation.put("description", told.description());
    if (webhook) {
      operation.put("security", List.of());
    } else {
      operation.put("x-scope", scopes.get(route));
    }
    List<Object> parameters = parameters(found, !webhook && !method.equals("get"));
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    if (webhook) {
      operation.put("requestBody", Map.of("required", true, "content", Map.of("*/*", Map.of("schema", Map.of()))));
    } else if (found.containsKey("requestBody")) {
      operation.put("requestBody", requestBody(found, told));
    }
    operation.put("responses", webhook ? webhookResponses() : responses(method, path, found));
    return operation;
  }

  private List<Object> parameters(Map<String, Object> found, boolean changes) {
    List<Object> parameters = new ArrayList<>();
    for (Object each : (List<?>) found.getOrDefault("parameters", List.of())) {
      Map<String, Object> parameter = object(each);
      switch (String.valueOf(parameter.get("name"))) {
        case "call" -> {}
        case "page" -> {
          parameters.add(Map.of("$ref", "#/components/parameters/after"));
          parameters.add(Map.of("$ref", "#/components/parameters/limit"));
        }
        default -> parameters.add(schemas.rewritten(parameter));
      }
    }
    if (changes) {
      parameters.add(Map.of("$ref", "#/components/parameters/idempotencyKey"));
    }
    return parameters;
  }

  private Object requestBody(Map<String, Object> found, Operation told) {
    Map<String, Object> content = object(object(found.get("requestBody")).get("content"));
    Object shape = Objects.requireNonNull(object(content.get("application/json")).get("schema"));
    Map<String, Object> schema = object(schemas.rewritten(shape));
    boolean list = "array".equals(schema.get("type"));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", list ? Map.of("oneOf", List.of(schema.get("items"), schema)) : schema);
    json.put("example", JSON.readValue(told.request(), Object.class));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("required", true);
    body.put("content", Map.of("application/json", json));
    return body;
  }

  private Map<String, Object> responses(String method, String path, Map<String, Object> found) {
    Map<String, Object> responses = new TreeMap<>();
    Object schema =
        object(object(object(object(found.get("responses")).get("200")).get("content")).get("*/*")).get("schema");
    Object body = Map.of("application/json", Map.of("schema", schemas.rewritten(Objects.requireNonNull(schema))));
    responses.put("200", Map.of("description", "Done.", "content", body));
    if (path.endsWith("/channel-accounts") && method.equals("post")) {
      responses.put("201", Map.of("description", "Made.", "content", body));
    }
    TreeSet<String> refusals = new TreeSet<>(List.of("400", "401", "403", "503"));
    if (path.contains("{")) {
      refusals.add("404");
    }
    if (!method.equals("get")) {
      refusals.addAll(List.of("409", "413", "415", "422"));
    }
    refusals.forEach(status -> responses.put(status, Map.of("$ref", "#/components/responses/" + status)));
    return responses;
  }

  private static Map<String, Object> webhookResponses() {
    Map<String, Object> responses = new TreeMap<>();
    Object empty = Map.of("application/json", Map.of("schema", Map.of("type", "object"), "example", Map.of()));
    responses.put("200", Map.of("description", "Stored, now or before.", "content", empty));
    responses.put("401", Map.of("description", "Not authentic; nothing was stored."));
    responses.put("404", Map.of("description", "No such channel account."));
    responses.put("413", Map.of("$ref", "#/components/responses/413"));
    responses.put("415", Map.of("$ref", "#/components/responses/415"));
    responses.put("503", Map.of("description", "Not stored; deliver it again after Retry-After."));
    return responses;
  }

  private Map<String, Object> components() {
    Map<String, Object> responses = new TreeMap<>();
    Map<String, Object> body = Map.of("schema", Map.of("$ref", Schemas.PREFIX + "Problem"));
    PROBLEMS.forEach(
        (status, words) ->
            responses.put(status, Map.of("description", words, "content", Map.of(Problem.MEDIA_TYPE, body))));
    Map<String, Object> all = new TreeMap<>(schemas.named());
    all.put("Problem", problem());
    Map<String, Object> components = new LinkedHashMap<>();
    components.put(
        "securitySchemes",
        Map.of("apiKey", new TreeMap<>(Map.of("type", "http", "scheme", "bearer", "description", "An API key."))));
    components.put("parameters", sharedParameters());
    components.put("responses", responses);
    components.put("schemas", all);
    return components;
  }

  private static Map<String, Object> sharedParameters() {
    Map<String, Object> parameters = new TreeMap<>();
    parameters.put(
        "after", parameter("after", "query", "What the part before told as next.", Map.of("type", "string")));
    parameters.put(
        "limit",
        parameter(
            "limit", "query", "Items wanted.",
            new TreeMap<>(Map.of("type", "integer", "minimum", 1, "maximum", 100, "default", 50))));
    parameters.put(
        "idempotencyKey",
        parameter(
            "Idempotency-Key", "header",
            "Chosen by the caller, 1 to 200 visible ASCII characters. The same request under the same key has its "
                + "effect once and gets the same answer again; another request under it is refused.",
            Map.of("type", "string")));
    return parameters;
  }

  private static Map<String, Object> parameter(String name, String in, String words, Map<String, Object> schema) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", in);
    parameter.put("description", words);
    parameter.put("schema", schema);
    return parameter;
  }

  private static Object problem() {
    return JSON.readValue(
        """
        {"type":"object","description":"A refusal, by RFC 9457.","required":["type","title","status"],
         "properties":{
          "type":{"type":"string","description":"Stable; what programs tell problems apart by."},
          "title":{"type":"string"},"status":{"type":"integer"},"detail":{"type":"string"},
          "instance":{"type":"string","description":"Names this one occurrence in our log."},
          "errors":{"type":"array","items":{"type":"object","required":["pointer","code","detail"],"properties":{
            "pointer":{"type":"string","description":"Where in the body, by RFC 6901."},
            "code":{"type":"string","description":"Which rule, a stable word."},"detail":{"type":"string"}}}}},
         "example":{"type":"urn:crossdock:problem:invalid-input",
          "title":"Something in the body is wrong; nothing was stored","status":422,
          "errors":[{"pointer":"/1/sku","code":"unknown","detail":"There is no such SKU."}]}}
        """,
        Object.class);
  }

  private static String operationId(String method, String path) {
    StringBuilder id = new StringBuilder(method);
    for (String part : path.replaceAll("/api/v1|\\{[^}]*}", "").split("[/-]")) {
      id.append(part.isEmpty() ? "" : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return path.endsWith("}") ? id.append("One").toString() : id.toString();
  }
}

package dev.crossdock.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.testing.Installation;
import dev.crossdock.testing.Installation.Reply;
import dev.crossdock.testing.Shared;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The committed description of the API says what the code does. */
class OpenApiTest {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final Installation house = Installation.shared();

  @Test
  void theCommittedDescriptionIsTheOneOfTheCode() throws IOException {
    String made = new ApiDocument(found(), scopes()).yaml();
    Path copy = Shared.project().resolve("target/openapi.yaml");
    Files.writeString(copy, made);

    assertThat(Shared.project().resolve("docs/openapi.yaml"))
        .as("the API changed: look at the difference and copy target/openapi.yaml to docs/openapi.yaml")
        .hasContent(made);
  }

  @Test
  void everyExampleThatCanBeSentIsTaken() {
    Operations.all()
        .forEach(
            (route, operation) -> {
              if (!operation.request().isEmpty() && !route.contains("{")) {
                String[] parts = route.split(" ", 2);
                Reply reply = house.send(house.request(parts[0], parts[1], operation.request()).build());
                assertThat(reply.status()).as(route + " answered " + reply).isIn(200, 201);
              }
            });
  }

  @Test
  void nothingIsToldOfWhatDoesNotExist() {
    Map<String, String> scopes = scopes();
    scopes.put("POST /webhooks/{channel}/{account}", "none");

    assertThat(Operations.all().keySet()).containsExactlyInAnyOrderElementsOf(scopes.keySet());
  }

  private Map<String, Object> found() throws IOException {
    // Whole names, since two records may have the same simple one.
    TypeNameResolver.std.setUseFqn(true);
    MockHttpServletRequest request = new MockHttpServletRequest();
    byte[] json =
        house.part(OpenApiWebMvcResource.class).openapiJson(request, "/v3/api-docs", Locale.ENGLISH);
    return JsonMapper.shared().readValue(json, OBJECT);
  }

  private Map<String, String> scopes() {
    Map<String, String> scopes = new TreeMap<>();
    Objects.requireNonNull(house.part(DispatcherServlet.class).getWebApplicationContext())
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (info, method) -> {
              RequiresScope required = method.getMethodAnnotation(RequiresScope.class);
              if (required != null && info.getPathPatternsCondition() != null) {
                info.getPathPatternsCondition().getPatternValues().forEach(path ->
                    info.getMethodsCondition().getMethods().forEach(verb ->
                        scopes.put(verb + " " + path, required.value().text())));
              }
            });
    return scopes;
  }
}

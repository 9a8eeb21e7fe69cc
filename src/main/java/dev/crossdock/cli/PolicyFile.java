package dev.crossdock.cli;

import dev.crossdock.routing.policies.PolicyText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A routing policy as a file that people review: the one that decides goes out, and comes in as a draft. */
final class PolicyFile {

  private static final String POLICIES = "/api/v1/routing/policies";
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private PolicyFile() {}

  /** Writes the policy that decides, in its one form. */
  static int take(ApiClient api, Path file, PrintStream out) throws IOException {
    ApiClient.Answer answer = api.send("GET", POLICIES + "/active", null);
    if (!answer.ok() || !(answer.body() instanceof Map<?, ?> version)) {
      out.println(answer.complaint());
      return 1;
    }
    Files.writeString(file, PolicyText.of(JSON.valueToTree(version.get("policy"))));
    out.println("Version " + answer.number("version") + " written to " + file + ".");
    return 0;
  }

  /** Makes a draft of it; what keeps that from deciding is told, and is no success. */
  static int bring(ApiClient api, Path file, PrintStream out) throws IOException {
    String text;
    Map<String, Object> policy;
    try {
      text = Files.readString(file).replaceFirst("^" + BYTE_ORDER_MARK, "");
      policy = JSON.readValue(text, OBJECT);
    } catch (CharacterCodingException e) {
      out.println(file + " is not in UTF-8.");
      return 1;
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      String where = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
      out.println(file + where + " is not a JSON object.");
      return 1;
    }
    ApiClient.Answer answer =
        api.send("POST", POLICIES, Map.of("policy", policy, "comment", "from " + file.getFileName()));
    if (!answer.ok()) {
      out.println(answer.complaint());
      return 1;
    }
    long version = answer.number("version");
    out.println("Draft " + version + " made; activate it when it is what you want.");
    JsonLines lines = new JsonLines(JSON, text);
    for (Object fault : answer.list("faults")) {
      if (fault instanceof Map<?, ?> one) {
        String pointer = String.valueOf(one.get("pointer")).replaceFirst("^/policy", "");
        out.println(file.getFileName() + ":" + lines.of(pointer) + ": " + pointer + ": " + one.get("detail"));
      }
    }
    return answer.list("faults").isEmpty() ? 0 : 1;
  }
}

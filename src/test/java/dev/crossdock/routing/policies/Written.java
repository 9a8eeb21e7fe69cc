package dev.crossdock.routing.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.conditions.Fault;
import dev.crossdock.routing.policies.PolicyReader.Decoded;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Policies as tests write them: single quotes for double ones, and double ones inside of texts. */
final class Written {

  static final Expressions EXPRESSIONS = new Expressions();
  static final PolicyReader READER = new PolicyReader(EXPRESSIONS);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Written() {}

  static JsonNode json(String text) {
    return JSON.readTree(text.replace("\"", "\\\"").replace('\'', '"'));
  }

  /** Rules of a name and the rest of their members, in a policy called web. */
  static JsonNode rules(String... rules) {
    return json("{'name':'web','rules':[" + String.join(",", rules) + "]}");
  }

  static String rule(String name, String members) {
    return "{'name':'" + name + "'," + members + (members.isEmpty() ? "" : ",") + "'otherwise':{'do':'backorder'}}";
  }

  static String channel(String name, String channel) {
    return rule(name, "'when':{'field':'channel','op':'is','value':'" + channel + "'}");
  }

  static Policy policy(JsonNode json) {
    Decoded decoded = READER.read(json);
    assertThat(decoded).as(decoded.toString()).isInstanceOf(Decoded.Read.class);
    return ((Decoded.Read) decoded).policy();
  }

  static List<Fault> faults(JsonNode json) {
    return switch (READER.read(json)) {
      case Decoded.Read _ -> List.of();
      case Decoded.Wrong(List<Fault> faults) -> faults;
    };
  }
}

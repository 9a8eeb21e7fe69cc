package dev.crossdock.api.v1.policies;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.Policy;
import dev.crossdock.routing.policies.PolicyReader.Decoded;
import dev.crossdock.routing.policies.PolicyVersion;
import dev.crossdock.routing.policies.PolicyWords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A version of the merchant's routing policy.
 *
 * @param state draft, shadow, canary, active or archived
 * @param revision counts the changes of a draft
 * @param createdAt absent for the one that comes with Crossdock
 * @param overriddenBy who let it decide although a guard objected
 * @param canaryPercent for how many of a hundred orders it decides while it is a canary
 * @param policy what it says, in its one form; absent in lists
 * @param words each rule in words; absent in lists
 * @param faults what keeps it from deciding; absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PolicyView(
    int version,
    String state,
    String name,
    String author,
    String comment,
    @Nullable Integer basedOn,
    int revision,
    @Nullable Instant createdAt,
    @Nullable Instant activatedAt,
    @Nullable String activatedBy,
    @Nullable String overriddenBy,
    @Nullable String overrideReason,
    @Nullable Integer canaryPercent,
    @Nullable Map<String, Object> policy,
    @Nullable List<String> words,
    @Nullable List<FieldError> faults) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  /** Without what it says. */
  static PolicyView row(PolicyVersion version) {
    return of(version, null, null, null);
  }

  static PolicyView of(PolicyVersion version, Policies policies) {
    Map<String, Object> said = JSON.readValue(version.content(), OBJECT);
    return switch (policies.read(version.content())) {
      case Decoded.Read(Policy policy) ->
          of(version, said, policy.rules().stream().map(PolicyWords::of).toList(), List.of());
      case Decoded.Wrong wrong -> of(version, said, List.of(), PolicyAnswers.fields("/policy", wrong.faults()));
    };
  }

  private static PolicyView of(
      PolicyVersion version,
      @Nullable Map<String, Object> policy,
      @Nullable List<String> words,
      @Nullable List<FieldError> faults) {
    PolicyVersion.Activation activation = version.createdAt() == null ? null : version.activation();
    PolicyVersion.Override override = activation == null ? null : activation.override();
    return new PolicyView(
        version.version(),
        version.state().word(),
        version.name(),
        version.author(),
        version.comment(),
        version.basedOn(),
        version.revision(),
        version.createdAt(),
        activation == null ? null : activation.at(),
        activation == null ? null : activation.by(),
        override == null ? null : override.by(),
        override == null ? null : override.reason(),
        version.canaryPercent() == 0 ? null : version.canaryPercent(),
        policy,
        words,
        faults);
  }
}

package dev.crossdock.routing.trials;

import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.criteria.Fault;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyReader;
import dev.crossdock.routing.policies.PolicyVersion;
import dev.crossdock.routing.policies.ReadyPolicy;
import dev.crossdock.routing.policies.StoredPolicies;
import dev.crossdock.routing.trials.internal.Fingerprint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The policies that may be tried: pasted ones, stored versions, and the one in force. */
public final class CaseTrial {

  private final Expressions expressions;
  private final Policies policies;
  private final StoredPolicies stored;

  public CaseTrial(Expressions expressions, Policies policies, StoredPolicies stored) {
    this.expressions = expressions;
    this.policies = policies;
    this.stored = stored;
  }

  /** The policy a case means: the pasted one, a version, or the one in force. */
  public Parsed<PolicyInForce> policy(Tx tx, Case asked) {
    return policy(tx, asked.policy(), asked.policyVersion());
  }

  /** The pasted policy, a version, or the one in force. */
  public Parsed<PolicyInForce> policy(Tx tx, @Nullable JsonNode pasted, @Nullable Integer version) {
    if (pasted != null) {
      return pasted(pasted);
    }
    return version == null ? new Parsed.Read<>(active(tx)) : version(tx, version);
  }

  /** The one that decides on orders now, trials of others left out. */
  PolicyInForce active(Tx tx) {
    return stored.active(tx).inForce();
  }

  /** A pasted policy, made ready. */
  Parsed<PolicyInForce> pasted(JsonNode pasted) {
    return ready(policies.read(pasted), 0, "/policy");
  }

  /** A version as it stands now, made ready. */
  Parsed<PolicyInForce> version(Tx tx, int version) {
    Optional<PolicyVersion> found = policies.find(tx, version);
    if (found.isEmpty()) {
      return new Parsed.Wrong<>(List.of(new Fault("/policyVersion", "There is no such version.")));
    }
    return ready(policies.read(found.get().content()), version, "/policyVersion");
  }

  /** What a version said when it was asked for, made ready. */
  Parsed<PolicyInForce> said(String content, @Nullable Integer version) {
    return ready(policies.read(content), version == null ? 0 : version, "/policy");
  }

  /** Tells what decides now from what decided at other times. */
  String activeDigest(Tx tx) {
    return digest(policies.active(tx).content());
  }

  /** The same for every way to write the same rules. */
  String digest(String content) {
    return Fingerprint.of(policies.read(content), content);
  }

  /** What a version says; nothing where there is none. */
  Optional<String> content(Tx tx, int version) {
    return policies.find(tx, version).map(PolicyVersion::content);
  }

  private Parsed<PolicyInForce> ready(PolicyReader.Decoded decoded, int version, String path) {
    return switch (decoded) {
      case PolicyReader.Decoded.Read read ->
          new Parsed.Read<>(ReadyPolicy.of(read.policy(), version, expressions).inForce());
      case PolicyReader.Decoded.Wrong wrong ->
          new Parsed.Wrong<>(
              wrong.faults().stream().map(fault -> new Fault(path + fault.pointer(), fault.sentence())).toList());
    };
  }
}

package dev.crossdock.routing.policies;

import dev.crossdock.orders.exceptions.ExceptionType;
import dev.crossdock.orders.exceptions.Exceptions;
import dev.crossdock.orders.exceptions.NewException;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.conditions.Fault;
import dev.crossdock.routing.policies.PolicyReader.Decoded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks when the server starts whether the policy that should decide can still be read; if not, an exception says so,
 * while the last one that can be read decides.
 */
public final class PolicyWatch {

  private static final String KEY = "routing-policy";

  private final Policies policies;
  private final StoredPolicies stored;
  private final Exceptions exceptions;

  public PolicyWatch(Policies policies, StoredPolicies stored, Exceptions exceptions) {
    this.policies = policies;
    this.stored = stored;
    this.exceptions = exceptions;
  }

  /** Opens the exception, or closes it when all is well again. */
  public void look(Tx tx) {
    Integer version = stored.unusable(tx);
    if (version == null) {
      exceptions.resolve(tx, List.of(KEY), "the policy in force can be read");
      return;
    }
    String decides = stored.active(tx).inForce().label();
    Map<String, String> evidence = new HashMap<>();
    evidence.put("version", version.toString());
    evidence.put("decides", decides);
    policies.find(tx, version).ifPresent(found -> evidence.put("fault", fault(found)));
    exceptions.open(
        tx,
        List.of(
            new NewException(
                ExceptionType.POLICY_UNUSABLE, KEY, KEY, null, null, null, null,
                "Version " + version + " of the routing policy can no longer be read, so " + decides
                    + " decides instead.",
                "Put the policy right in a draft and activate it.",
                evidence)));
  }

  private String fault(PolicyVersion version) {
    return switch (policies.read(version.content())) {
      case Decoded.Read _ -> "";
      case Decoded.Wrong(List<Fault> faults) -> faults.getFirst().pointer() + ": " + faults.getFirst().sentence();
    };
  }
}

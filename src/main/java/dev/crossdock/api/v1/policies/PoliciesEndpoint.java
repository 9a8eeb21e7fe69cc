package dev.crossdock.api.v1.policies;

import dev.crossdock.api.v1.policies.PolicyBodies.ContentBody;
import dev.crossdock.api.v1.policies.PolicyBodies.DiffView;
import dev.crossdock.api.v1.policies.PolicyBodies.DraftBody;
import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands.Reply;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.ProblemException;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.http.Problem;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.Policy;
import dev.crossdock.routing.policies.PolicyDiff;
import dev.crossdock.routing.policies.PolicyReader.Decoded;
import dev.crossdock.routing.policies.PolicyVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Versions of routing policies: reading, drafting, comparing. */
@RestController
class PoliciesEndpoint {

  private final Commands commands;
  private final Policies policies;

  PoliciesEndpoint(Commands commands, Policies policies) {
    this.commands = commands;
    this.policies = policies;
  }

  @GetMapping("/api/v1/routing/policies")
  @RequiresScope(Scope.ORDERS_READ)
  Page<PolicyView> list(ApiCall call, PageRequest page) {
    int before = page.after() == null ? Integer.MAX_VALUE : PolicyAnswers.number("after", page.after());
    List<PolicyVersion> found = commands.read(call, tx -> policies.list(tx, before, page.probe()));
    return page.page(found.stream().map(PolicyView::row).toList(), view -> Integer.toString(view.version()));
  }

  /** By its number, or the one that decides as {@code active}. */
  @GetMapping("/api/v1/routing/policies/{version}")
  @RequiresScope(Scope.ORDERS_READ)
  ResponseEntity<PolicyView> get(ApiCall call, @PathVariable String version) {
    PolicyVersion found = commands.read(call, tx -> version(tx, version));
    return ResponseEntity.ok().eTag("\"" + found.revision() + "\"").body(PolicyView.of(found, policies));
  }

  @PostMapping("/api/v1/routing/policies")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<PolicyView> draft(ApiCall call, @RequestBody DraftBody body) {
    String comment = PolicyBodies.comment(body.comment());
    return commands.reply(
        call,
        PolicyView.class,
        tx -> {
          PolicyVersion draft =
              PolicyAnswers.done(policies.draft(tx, body.from(), PolicyBodies.json(body.policy()), comment));
          return new Reply<>(HttpStatus.CREATED, PolicyView.of(draft, policies));
        });
  }

  @PutMapping("/api/v1/routing/policies/{version}")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<PolicyView> put(
      ApiCall call,
      @PathVariable int version,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody ContentBody body) {
    int revision = revision(ifMatch);
    String comment = body.comment() == null ? null : PolicyBodies.comment(body.comment());
    return commands.write(
        call,
        PolicyView.class,
        tx ->
            PolicyView.of(
                PolicyAnswers.done(
                    policies.replace(tx, version, revision, PolicyBodies.json(body.policy()), comment)),
                policies));
  }

  /** What is different in a version from another one, usually the one it began as. */
  @GetMapping("/api/v1/routing/policies/{version}/diff")
  @RequiresScope(Scope.ORDERS_READ)
  DiffView diff(ApiCall call, @PathVariable String version, @RequestParam(required = false) @Nullable Integer from) {
    return commands.read(
        call,
        tx -> {
          PolicyVersion to = version(tx, version);
          Integer other = from == null ? to.basedOn() : from;
          if (other == null) {
            throw Refusal.parameter("from", "This version began as nothing: say which one to compare it with.");
          }
          PolicyVersion before = version(tx, Integer.toString(other));
          return new DiffView(before.version(), to.version(), PolicyDiff.words(readable(before), readable(to)));
        });
  }

  private Policy readable(PolicyVersion version) {
    if (policies.read(version.content()) instanceof Decoded.Read(Policy policy)) {
      return policy;
    }
    throw Refusal.conflict("Version " + version.version() + " is not finished, so it can't be compared.");
  }

  private PolicyVersion version(Tx tx, String text) {
    return PolicyAnswers.version(policies, tx, text);
  }

  private static int revision(@Nullable String ifMatch) {
    if (ifMatch == null || !ifMatch.matches("\"[0-9]{1,9}\"")) {
      throw new ProblemException(
          Problem.of("version-needed", 428, "If-Match is needed").detail("Send the ETag of the draft that was read."));
    }
    return Integer.parseInt(ifMatch.substring(1, ifMatch.length() - 1));
  }
}

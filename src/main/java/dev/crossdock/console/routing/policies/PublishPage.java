package dev.crossdock.console.routing.policies;

import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.routing.trials.BacktestDays;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.policies.ActivationGuard;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyOutcome;
import dev.crossdock.routing.policies.PolicyVersion;
import dev.crossdock.routing.trials.Backtest;
import dev.crossdock.routing.trials.Backtests;
import dev.crossdock.routing.tryout.Canaries;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets a version decide: for everybody, for a part of the orders, or beside the one that does without effect. */
@RestController
class PublishPage {

  private static final String PATH = "/console/routing/policies/{version:[0-9]{1,8}}/publish";
  private static final String EVERYBODY = "everybody";
  private static final String BESIDE = "beside";
  private static final String PART = "part";
  private static final int REASON_MAX = 500;
  private static final CanaryForm NOTHING = new CanaryForm(null, null, null, null);

  private final Pages pages;
  private final Door door;
  private final Policies policies;
  private final Commands commands;
  private final Backtests backtests;
  private final Canaries canaries;

  /** What the form sends. */
  record Asked(String key, int seen, String how, String reason, CanaryForm part) {}

  PublishPage(
      Pages pages, Door door, Policies policies, Commands commands, Backtests backtests, Canaries canaries) {
    this.pages = pages;
    this.door = door;
    this.policies = policies;
    this.commands = commands;
    this.backtests = backtests;
    this.canaries = canaries;
  }

  @GetMapping(PATH)
  ResponseEntity<String> page(Visit visit, @PathVariable int version) {
    return show(visit, version, new Asked("", 0, EVERYBODY, "", NOTHING), List.of(), new Mistakes());
  }

  @PostMapping(PATH)
  ResponseEntity<String> publish(
      Visit visit, HttpServletRequest request, @PathVariable int version, @ModelAttribute Sent sent) {
    Asked asked = sent.asked();
    Mistakes mistakes = new Mistakes();
    CanaryForm.Read part = asked.part().read(mistakes);
    if (asked.how().equals(PART) && !mistakes.none()) {
      return show(visit, version, asked, List.of(), mistakes);
    }
    PolicyOutcome[] outcome = new PolicyOutcome[1];
    Commands.Form form = new Commands.Form(
        asked.key(), "policy-publish",
        List.of(
            String.valueOf(version), String.valueOf(asked.seen()), asked.how(), asked.reason(),
            String.join("|", asked.part().input())));
    Flash flash = commands.run(visit, form, tx -> {
      outcome[0] = published(tx, visit, version, asked, part);
      return outcome[0] instanceof PolicyOutcome.Done(PolicyVersion now)
          ? Flash.done("v" + version + " published: it is " + now.state().word() + " now")
          : Flash.refused(PolicyPage.sentence(outcome[0]));
    });
    if (outcome[0] == null || outcome[0] instanceof PolicyOutcome.Done) {
      return Commands.told(request, flash, "/console/routing/policies");
    }
    List<String> objections = outcome[0] instanceof PolicyOutcome.Guarded(List<ActivationGuard.Objection> all)
        ? all.stream().map(ActivationGuard.Objection::sentence).toList()
        : List.of();
    Mistakes refused = objections.isEmpty() ? new Mistakes().add("", flash.words()) : new Mistakes();
    return show(visit, version, asked, objections, refused);
  }

  private PolicyOutcome published(Tx tx, Visit visit, int version, Asked asked, CanaryForm.Read part) {
    Optional<PolicyVersion> found = policies.find(tx, version);
    if (found.isEmpty()) {
      return new PolicyOutcome.Missing();
    }
    if (found.get().revision() != asked.seen()) {
      return new PolicyOutcome.WrongState("The draft was changed after you opened this page. Look at it once more.");
    }
    if (asked.how().equals(BESIDE)) {
      return policies.shadow(tx, version);
    }
    if (asked.how().equals(PART)) {
      PolicyOutcome outcome = policies.canary(tx, version, part.percent());
      if (outcome instanceof PolicyOutcome.Done && !canaries.limits(tx).equals(part.limits())) {
        canaries.put(tx, part.limits());
      }
      return outcome;
    }
    return policies.activate(tx, version, asked.reason().isEmpty()
        ? null
        : new PolicyVersion.Override(visit.viewer().actor().id(), asked.reason()));
  }

  private ResponseEntity<String> show(
      Visit visit, int version, Asked asked, List<String> objections, Mistakes mistakes) {
    PolicyMaker maker = new PolicyMaker(policies, visit.watch(), visit.viewer().mayAct());
    Optional<PolicyView.Publishing> view = door.read(visit.merchant(), tx -> policies.find(tx, version)
        .map(found -> new PolicyView.Publishing(
            maker.view(tx, Shown.of(found, 0, commands.key())), asked.how(), objections, asked.reason(), mistakes,
            asked.part().or(CanaryForm.of(canaries.limits(tx))).fields(mistakes), BacktestDays.choice(),
            tried(tx, visit, found))));
    if (view.isEmpty()) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(PolicyMaker.path(version))).build();
    }
    boolean wrong = !mistakes.none() || !objections.isEmpty();
    return pages.page(
        wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK, visit, Nav.ROUTING,
        (wrong ? "Error: " : "") + "Publish v" + version, "routing/policies/publish.jte",
        view.get());
  }

  private PolicyView.@Nullable Tried tried(Tx tx, Visit visit, PolicyVersion version) {
    return backtests.of(tx, version.content()).stream().findFirst()
        .map(found -> {
          Backtest.Report report = found.report();
          String sentence = report == null
              ? "It is being tried: " + found.done() + " of " + found.total() + " orders."
              : "Tried on " + report.orders() + " orders, " + visit.watch().when(found.createdAt()).relative() + ": "
                  + (report.held() ? "the guard-rails hold." : "it breaks guard-rails.");
          return new PolicyView.Tried(sentence, "/console/routing/backtests/" + found.id());
        })
        .orElse(null);
  }

  /** The form as it comes; what is missing is empty. */
  record Sent(
      @Nullable String key,
      @Nullable Integer seen,
      @Nullable String how,
      @Nullable String reason,
      @Nullable String percent,
      @Nullable String ordersLeast,
      @Nullable String rejectedMore,
      @Nullable String lateMore) {

    Asked asked() {
      String said = reason == null ? "" : reason.strip();
      return new Asked(
          key == null ? "" : key, seen == null ? 0 : seen, how == null ? EVERYBODY : how,
          said.substring(0, Math.min(REASON_MAX, said.length())),
          new CanaryForm(percent, ordersLeast, rejectedMore, lateMore));
    }
  }
}

package dev.crossdock.api.v1.publishing;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.channels.publishing.Publishing;
import dev.crossdock.channels.publishing.RuleInput;
import dev.crossdock.channels.publishing.RulesStored;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How much of the stock each channel shows. */
@RestController
class PublishingEndpoint {

  /** Sorts behind the account's own rule and before every listing's. */
  private static final String FIRST = "\t";

  private final Commands commands;
  private final Publishing publishing;

  PublishingEndpoint(Commands commands, Publishing publishing) {
    this.commands = commands;
    this.publishing = publishing;
  }

  /** How many rules were stored. */
  record RulesKept(int stored) {}

  @PutMapping("/api/v1/publishing/rules")
  @RequiresScope(Scope.CHANNELS_WRITE)
  ResponseEntity<RulesKept> put(ApiCall call, @RequestBody List<RuleBody> body) {
    List<RuleInput> rules = inputs(Items.of(body));
    return commands.write(
        call,
        RulesKept.class,
        tx ->
            switch (publishing.put(tx, rules)) {
              case RulesStored.Stored(int stored) -> new RulesKept(stored);
              case RulesStored.Refused(List<RulesStored.Fault> faults) ->
                  throw Refusal.invalid(
                      faults.stream().map(f -> Items.error(f.index(), f.field(), f.code(), f.sentence())).toList());
            });
  }

  @GetMapping("/api/v1/publishing/rules")
  @RequiresScope(Scope.CHANNELS_READ)
  Page<RuleBody> rules(
      ApiCall call, PageRequest page, @RequestParam String channel, @RequestParam String account) {
    List<RuleInput> found =
        commands.read(
            call,
            tx ->
                publishing.rules(tx, Names.storable(channel), Names.storable(account), page.after(), page.probe()));
    Page<RuleInput> part = page.page(found, rule -> rule.ofAccount() ? FIRST : rule.channelSku());
    return new Page<>(part.items().stream().map(RuleBody::of).toList(), part.next());
  }

  /** Lists may hold nulls where a map of lists is read from JSON. */
  private static List<RuleInput> inputs(List<RuleBody> body) {
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      RuleBody rule = body.get(i);
      boolean gap =
          rule.locations() != null
              && rule.locations().values().stream().anyMatch(codes -> codes == null || codes.contains(null));
      if (gap) {
        errors.add(Items.error(i, "locations", "required", "A location is missing."));
      }
    }
    Refusal.throwIfAny(errors);
    return body.stream().map(RuleBody::input).toList();
  }
}

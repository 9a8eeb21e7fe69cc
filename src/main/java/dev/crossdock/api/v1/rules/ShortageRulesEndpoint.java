package dev.crossdock.api.v1.rules;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.orders.shortage.ShortageRule;
import dev.crossdock.orders.shortage.ShortageRules;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of orders that find no stock. */
@RestController
class ShortageRulesEndpoint {

  private static final Pattern NAME = Pattern.compile("[\\x21-\\x7E]{1,100}");

  private final Commands commands;
  private final Journal journal;
  private final ShortageRules rules = new ShortageRules();

  ShortageRulesEndpoint(Commands commands, Journal journal) {
    this.commands = commands;
    this.journal = journal;
  }

  /**
   * A rule; of those that fit an order, the most specific counts.
   *
   * @param channel all channels, when it is absent
   * @param account all accounts of the channel, when it is absent
   * @param onShort {@code WAIT}: units without stock go on by themselves when it arrives; {@code HOLD}: a person says
   *     what becomes of them
   * @param arrivals {@code WAITING_FIRST}: what arrives goes to those who wait; {@code FIRST_COME}: to whoever comes
   *     first
   */
  record RuleBody(
      @Nullable String channel, @Nullable String account, @Nullable String onShort, @Nullable String arrivals) {

    static RuleBody of(ShortageRule rule) {
      return new RuleBody(rule.channel(), rule.account(), rule.onShort().name(), rule.arrivals().name());
    }
  }

  /** All rules; where none fits, orders wait and are served before newcomers. */
  record RuleListing(List<RuleBody> items) {}

  @GetMapping("/api/v1/shortage-rules")
  @RequiresScope(Scope.ORDERS_READ)
  RuleListing list(ApiCall call) {
    return new RuleListing(commands.read(call, rules::all).stream().map(RuleBody::of).toList());
  }

  @PutMapping("/api/v1/shortage-rules")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<RuleListing> put(ApiCall call, @RequestBody List<RuleBody> body) {
    List<ShortageRule> wanted = checked(Items.of(body));
    return commands.write(
        call,
        RuleListing.class,
        tx -> {
          rules.put(tx, journal, wanted);
          return new RuleListing(rules.all(tx).stream().map(RuleBody::of).toList());
        });
  }

  private static List<ShortageRule> checked(List<RuleBody> body) {
    List<FieldError> errors = new ArrayList<>();
    List<ShortageRule> wanted = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < body.size(); i++) {
      RuleBody rule = body.get(i);
      name(errors, i, "channel", rule.channel());
      name(errors, i, "account", rule.account());
      if (rule.account() != null && rule.channel() == null) {
        errors.add(Items.error(i, "channel", "required", "It must be given with the account."));
      }
      if (!seen.add(rule.channel() + "\n" + rule.account())) {
        errors.add(Items.error(i, "channel", "duplicate", "The same rule is named more than once in this request."));
      }
      wanted.add(
          new ShortageRule(
              rule.channel(),
              rule.account(),
              word(errors, i, "onShort", ShortageRule.OnShort.values(), rule.onShort(), ShortageRule.USUAL.onShort()),
              word(
                  errors, i, "arrivals", ShortageRule.Arrivals.values(), rule.arrivals(),
                  ShortageRule.USUAL.arrivals())));
    }
    Refusal.throwIfAny(errors);
    return wanted;
  }

  private static <E extends Enum<E>> E word(
      List<FieldError> errors, int index, String field, E[] words, @Nullable String word, E usual) {
    for (E known : words) {
      if (known.name().equals(Objects.requireNonNullElse(word, usual.name()))) {
        return known;
      }
    }
    errors.add(Items.error(index, field, "unknown", "One of " + Arrays.toString(words) + "."));
    return usual;
  }

  private static void name(List<FieldError> errors, int index, String field, @Nullable String name) {
    if (name != null && !NAME.matcher(name).matches()) {
      errors.add(Items.error(index, field, "format", "It must be 1 to 100 visible characters without spaces."));
    }
  }
}

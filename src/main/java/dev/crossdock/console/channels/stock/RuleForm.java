package dev.crossdock.console.channels.stock;

import dev.crossdock.channels.publishing.LagBuffer;
import dev.crossdock.channels.publishing.RuleInput;
import dev.crossdock.channels.publishing.RulesStored;
import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.warehouse.Forms;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.console.warehouse.Sent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;

/** The form of an account's rule: from the rule, and back. */
final class RuleForm {

  private static final int UNITS_MAX = 1_000_000_000;
  private static final int PERCENT_MAX = 100;
  private static final String YES = "yes";
  private static final String NO = "no";

  private RuleForm() {}

  /** What the fields hold when the form is opened; of no rule, what the first would usually be. */
  static Sent of(@Nullable RuleInput rule) {
    LinkedMultiValueMap<String, String> values = new LinkedMultiValueMap<>();
    values.add("share", rule == null ? "100" : text(rule.sharePercent()));
    if (rule != null) {
      values.add("buffer", text(rule.buffer()));
      values.add("showMin", text(rule.showMin()));
      values.add("showMax", text(rule.showMax()));
      values.add("frozen", Boolean.TRUE.equals(rule.frozen()) ? YES : NO);
      values.add("follows", Boolean.TRUE.equals(rule.lagBuffer().on()) ? YES : NO);
      values.add("oneIn", text(rule.lagBuffer().oversellOneIn()));
      values.add("expected", text(rule.lagBuffer().expectedPerHour()));
    }
    return new Sent(values);
  }

  static AccountView.Rule fields(Sent sent, Mistakes mistakes) {
    return new AccountView.Rule(
        field(sent, "share", "Share of the stock, per cent", "100 shows all that may be promised.", mistakes),
        field(sent, "buffer", "Buffer, units", "Kept back from that share.", mistakes),
        field(sent, "showMin", "Show nothing below", "With fewer units left than this, the channel shows 0.", mistakes),
        field(sent, "showMax", "Show at most", "Empty for no limit.", mistakes),
        choice(sent, "frozen", "Telling", "Tell the channel", "Frozen: it keeps the numbers it has", mistakes),
        choice(
            sent, "follows", "When sales are fast", "Keep the buffer as it is",
            "Keep back what is sold while the channel is told", mistakes),
        field(
            sent, "oneIn", "Oversell at most once in", "So many times the channel is told; 10000 when empty.",
            mistakes),
        field(
            sent, "expected", "Expected units an hour", "Of one SKU at all channels, before a promotion begins.",
            mistakes));
  }

  /** The rule as the form says it; the locations stay as they were. */
  static RuleInput rule(Sent sent, String channel, String account, @Nullable RuleInput before, Mistakes mistakes) {
    return new RuleInput(
        channel, account, "",
        Forms.number(sent, "share", PERCENT_MAX, mistakes),
        Forms.number(sent, "buffer", UNITS_MAX, mistakes),
        Forms.number(sent, "showMin", UNITS_MAX, mistakes),
        Forms.number(sent, "showMax", UNITS_MAX, mistakes),
        sent.text("frozen").equals(YES),
        before == null ? Map.of() : before.locations(),
        new LagBuffer(
            sent.text("follows").equals(YES),
            Forms.number(sent, "oneIn", UNITS_MAX, mistakes),
            Forms.number(sent, "expected", UNITS_MAX, mistakes)));
  }

  /** What the door refused, beside the fields it is about. */
  static Mistakes refused(List<RulesStored.Fault> faults) {
    Map<String, String> fields =
        Map.of(
            "sharePercent", "share", "lagBuffer/oversellOneIn", "oneIn", "lagBuffer/expectedPerHour", "expected",
            "channel", "", "account", "", "locations", "");
    Mistakes mistakes = new Mistakes();
    faults.forEach(fault -> mistakes.add(fields.getOrDefault(fault.field(), fault.field()), fault.sentence()));
    return mistakes;
  }

  private static Field field(Sent sent, String name, String label, String hint, Mistakes mistakes) {
    return Forms.field(Field.text(name, label, sent.text(name)).withHint(hint), mistakes);
  }

  private static Choice choice(
      Sent sent, String name, String label, String no, String yes, Mistakes mistakes) {
    return new Choice(
        name, label, sent.text(name), List.of(new Choice.Option(NO, no), new Choice.Option(YES, yes)),
        mistakes.of(name));
  }

  private static String text(@Nullable Integer number) {
    return number == null ? "" : number.toString();
  }
}

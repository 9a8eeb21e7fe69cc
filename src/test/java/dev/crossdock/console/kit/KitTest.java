package dev.crossdock.console.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.console.ConsoleConfiguration;
import dev.crossdock.platform.money.Money;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KitTest {

  private static final TemplateEngine TEMPLATES = ConsoleConfiguration.templates();
  private static final Instant NOW = Instant.parse("2026-11-20T09:12:07Z");
  private static final Watch BERLIN = new Watch(NOW, ZoneId.of("Europe/Berlin"));
  private static final String HOSTILE = "\"><script>alert(1)</script>\u202E'";

  @Test
  void aBadgeIsWordShapeAndColour() {
    assertThat(html("kit/badge.jte", new Badge(Role.HOLD, Icon.HOLD, "On hold", "address")))
        .contains("role-hold", "#hold\"", ">On hold: address<");
  }

  @Test
  void foreignTextIsEscapedInEveryPart() {
    Field field = Field.text("sku", HOSTILE, HOSTILE).withHint(HOSTILE).withError(HOSTILE);
    Moment moment = new Moment(Role.NEUTRAL, Icon.INFO, HOSTILE, List.of(HOSTILE), BERLIN.when(NOW),
        new Block.Action(HOSTILE, HOSTILE));
    assertThat(List.of(
            html("kit/badge.jte", Badge.of(Role.HOLD, Icon.HOLD, HOSTILE)),
            html("kit/field.jte", field),
            html("kit/payload.jte", new Payload(HOSTILE, HOSTILE)),
            html("kit/block.jte", Map.of("block", new Block(Block.Kind.FAILED, HOSTILE, HOSTILE, null))),
            html("kit/note.jte", Note.of(Role.CRITICAL, Icon.INFO, HOSTILE)),
            html("kit/flash.jte", Flash.refused(HOSTILE)),
            html("kit/timeline.jte", List.of(new Moment.Day(HOSTILE, List.of(moment))))))
        .allMatch(html -> html.contains("&lt;script>") || html.contains("&lt;script&gt;"))
        .noneMatch(html -> html.contains("<script"))
        .noneMatch(html -> html.contains("=\"\">"));
  }

  @Test
  void aBarsNumbersAddUpAndItsWidthsFillIt() {
    QuantityBar bar = QuantityBar.of(bucket -> switch (bucket) {
      case SHIPPED -> 998;
      case BACKORDERED, SHORT -> 1;
      case ALLOCATED, RESERVED, PREORDERED, UNPLACED, CANCELLED -> 0;
    });

    assertThat(bar.ordered()).isEqualTo(1000);
    assertThat(bar.sentence()).isEqualTo("998 shipped, 1 backordered, 1 short of 1000");
    assertThat(bar.print()).isEqualTo("998 · 1 · 1 of 1000");
    double width = bar.segments().stream()
        .mapToDouble(segment -> Double.parseDouble(segment.width().replace("%", "")))
        .sum();
    assertThat(width).isBetween(99.9, 100.1);
    assertThat(html("kit/bar.jte", bar)).contains("role=\"img\"", "url(#pattern-hatch)", "998 shipped");
  }

  @Test
  void aBarOfNothingSaysSo() {
    assertThat(QuantityBar.of(bucket -> 0).sentence()).isEqualTo("nothing ordered");
  }

  @Test
  void moneyIsGroupedAndNamesItsCurrencyInTotals() {
    Currency euro = Currency.getInstance("EUR");
    assertThat(Amount.total(new Money(-123456789, euro))).isEqualTo(new Amount("-1234567.89", "−1,234,567.89", "EUR"));
    assertThat(Amount.part(new Money(12, euro)).text()).isEqualTo("0.12");
    assertThat(Amount.total(new Money(1500, Currency.getInstance("JPY"))).text()).isEqualTo("1,500");
    assertThat(Amount.total(new Money(1500, Currency.getInstance("KWD"))).text()).isEqualTo("1.500");
  }

  @Test
  void timesAreToldInThePersonsZoneWithTheirDistance() {
    assertThat(BERLIN.when(NOW)).isEqualTo(new When(
        "2026-11-20T09:12:07Z", "Today 10:12",
        "Fri 20 Nov 2026, 10:12:07 Europe/Berlin · Fri 20 Nov 2026, 09:12:07 UTC", "now"));
    assertThat(BERLIN.when(NOW.minus(Duration.ofMinutes(12))).relative()).isEqualTo("12 min ago");
    assertThat(BERLIN.when(NOW.plus(Duration.ofHours(47))).relative()).isEqualTo("in 47 h");
    assertThat(BERLIN.when(NOW.minus(Duration.ofDays(3))).text()).isEqualTo("Tue 17 Nov 10:12");
    assertThat(BERLIN.when(NOW.minus(Duration.ofDays(400))).text()).isEqualTo("16 Oct 2025");
  }

  @Test
  void aDeadlineWarnsFourHoursAheadAndIsLateAfterwards() {
    assertThat(BERLIN.deadline(NOW.plus(Duration.ofHours(5))).role()).isEqualTo(Role.NEUTRAL);
    assertThat(BERLIN.deadline(NOW.plus(Duration.ofHours(4))).role()).isEqualTo(Role.WARNING);
    assertThat(BERLIN.deadline(NOW.minusSeconds(1)).late()).isTrue();
    assertThat(html("kit/deadline.jte", BERLIN.deadline(NOW.minusSeconds(7200)))).contains("#clock", "2 h late");
  }

  @Test
  void aFieldIsTiedToItsHintAndItsError() {
    String html = html("kit/field.jte", Field.text("sku", "SKU", "x").withHint("As sold").withError("Unknown"));
    assertThat(html)
        .contains("aria-describedby=\"sku-hint sku-error\"", "aria-invalid=\"true\"", "id=\"sku-error\"");
    assertThat(html("kit/field.jte", Field.text("sku", "SKU", ""))).doesNotContain("aria-");
  }

  private static String html(String template, Object model) {
    StringOutput html = new StringOutput();
    if (model instanceof Map<?, ?> params) {
      @SuppressWarnings("unchecked")
      Map<String, Object> named = (Map<String, Object>) params;
      TEMPLATES.render(template, named, html);
    } else {
      String name = template.substring(template.indexOf('/') + 1, template.indexOf('.'));
      TEMPLATES.render(template, Map.of(name.equals("timeline") ? "days" : name, model), html);
    }
    return html.toString();
  }
}

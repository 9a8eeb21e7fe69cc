package dev.crossdock.sandbox.drills.kit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a drill measured, and the bars it missed. */
public record DrillResult(String drill, Map<String, BigDecimal> figures, List<String> missed, List<String> notes) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public DrillResult {
    figures = new LinkedHashMap<>(figures);
    missed = List.copyOf(missed);
    notes = List.copyOf(notes);
  }

  public boolean passed() {
    return missed.isEmpty();
  }

  /** The shape that evaluators read. */
  public String json() {
    List<String> said = new ArrayList<>(missed);
    said.addAll(notes);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("drill", drill);
    json.put("passed", passed());
    json.put("figures", figures);
    json.put("notes", said);
    return JSON.writeValueAsString(json);
  }

  /** For people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    figures.forEach((name, value) -> text.append("  %-32s %12s%n".formatted(name, value.toPlainString())));
    missed.forEach(bar -> text.append("  MISSED: ").append(bar).append('\n'));
    notes.forEach(note -> text.append("  ").append(note).append('\n'));
    return text.append(passed() ? "  passed" : "  failed").append('\n').toString();
  }

  public static Builder of(String drill) {
    return new Builder(drill);
  }

  /** Gathers figures and holds them against bars. */
  public static final class Builder {

    private final String drill;
    private final Map<String, BigDecimal> figures = new LinkedHashMap<>();
    private final List<String> missed = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Builder(String drill) {
      this.drill = drill;
    }

    public Builder figure(String name, double value) {
      int places = value == Math.rint(value) ? 0 : 2;
      figures.put(name, BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP));
      return this;
    }

    /** A figure that must be at least so much. */
    public Builder atLeast(String name, double value, double floor) {
      figure(name, value);
      return value >= floor ? this : missed(name + " is " + figures.get(name) + ", the floor is " + plain(floor));
    }

    /** A figure that must be at most so much. */
    public Builder atMost(String name, double value, double ceiling) {
      figure(name, value);
      return value <= ceiling ? this : missed(name + " is " + figures.get(name) + ", the bar is " + plain(ceiling));
    }

    private static String plain(double bar) {
      return new BigDecimal(Double.toString(bar)).stripTrailingZeros().toPlainString();
    }

    /** A figure that must be exactly this. */
    public Builder exactly(String name, long value, long expected) {
      figure(name, (double) value);
      return value == expected ? this : missed(name + " is " + value + ", not " + expected);
    }

    public Builder missed(String bar) {
      missed.add(bar);
      return this;
    }

    public Builder note(String note) {
      notes.add(note);
      return this;
    }

    public DrillResult build() {
      return new DrillResult(drill, figures, missed, notes);
    }
  }
}

package dev.crossdock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expand, then contract: a migration leaves alone what the version before works with, unless its name begins with
 * {@code contract_}. What a migration itself has made it may change as it likes, also what it has put another table of
 * the same name in the place of; that both serve older versions alike a test has to show.
 */
class MigrationsTest {

  private static final Pattern MADE = Pattern.compile("create (?:unlogged )?table (?:if not exists )?(\\w+)");
  private static final Pattern PUT_ASIDE = Pattern.compile("rename to (\\w+)");
  private static final Pattern TABLE = Pattern.compile("(?:alter|drop) table (?:if exists )?(?:only )?(\\w+)");
  private static final Pattern UNIQUE = Pattern.compile("create unique index (?:\\w+ )?on (\\w+)");

  private static final Map<Pattern, String> BREAKING =
      Map.of(
          Pattern.compile("\\bdrop table\\b"), "takes a table away",
          Pattern.compile("\\bdrop (column )?(?!table|constraint|not null|default|expression|index|identity)\\w+"),
          "takes a column away",
          Pattern.compile("\\brename\\b"), "renames",
          Pattern.compile("\\balter (column )?\\w+ (set data )?type\\b"), "changes a type",
          Pattern.compile("\\bset not null\\b"), "asks for what older versions leave empty",
          Pattern.compile("\\bdrop default\\b"), "asks for what older versions leave out",
          Pattern.compile("\\badd (column )?(?!constraint)\\w+ [^,]*\\bnot null\\b(?![^,]*(default|generated))"),
          "asks for what older versions leave out",
          Pattern.compile("\\badd constraint\\b(?!.*not valid)"), "holds older versions to a new rule");

  /** Written before there was a version that others could be running. */
  private static final Set<String> BEFORE_THE_FIRST_RELEASE =
      Set.of("V1410__unavailable.sql", "V1413__stock_count.sql");

  @Test
  void noMigrationBreaksTheVersionBefore() throws IOException {
    List<String> found = new ArrayList<>();
    int read = 0;
    Path folder = Shared.project().resolve("src/main/resources/db/migration");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".sql")).sorted().toList()) {
        read++;
        String name = file.getFileName().toString();
        if (!BEFORE_THE_FIRST_RELEASE.contains(name)) {
          findings(name, Files.readString(file)).forEach(fault -> found.add(name + " " + fault));
        }
      }
    }
    assertThat(read).isGreaterThan(50);
    assertThat(found).as("see docs/several-nodes.md").isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "alter table sku drop column title                                 | takes a column away",
      "alter table sku drop title                                        | takes a column away",
      "drop table sku                                                    | takes a table away",
      "alter table sku rename column title to name                       | renames",
      "alter table sku rename to sku_before                              | renames",
      "alter table sku alter column title type int                       | changes a type",
      "alter table sku alter column title set not null                   | asks for what older versions leave empty",
      "alter table sku add column later int not null                     | asks for what older versions leave out",
      "alter table sku alter column title drop default                   | asks for what older versions leave out",
      "alter table sku add constraint c check (weight > 0)               | holds older versions to a new rule",
      "create unique index sku_title on sku (merchant, title)            | holds older versions to a new rule",
  })
  void findsWhatBreaks(String sql, String fault) {
    assertThat(findings("V1__x.sql", sql + ";")).singleElement().asString().contains(fault);
    assertThat(findings("V1__contract_x.sql", sql + ";")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "alter table sku add column later int",
      "alter table sku add column later int not null default 0, add column more text not null default ''",
      "alter table sku add column later boolean not null generated always as (weight > 0) stored",
      "alter table sku drop constraint old_rule",
      "alter table sku alter column title drop not null",
      "alter table sku add constraint c check (weight > 0) not valid",
      "drop index sku_by_title",
      "create index sku_by_title on sku (merchant, title)",
      "create table mine (a int); alter table mine drop column a; create unique index u on mine (a)",
      "alter table sku rename to sku_before; create table sku (a int); drop table sku_before",
      "-- drop table sku",
  })
  void leavesAloneWhatOnlyAdds(String sql) {
    assertThat(findings("V1__x.sql", sql + ";")).isEmpty();
  }

  private static List<String> findings(String file, String text) {
    if (file.contains("__contract_")) {
      return List.of();
    }
    String sql = text.replaceAll("--[^\n]*", "").toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    Set<String> own = new HashSet<>();
    MADE.matcher(sql).results().forEach(made -> own.add(made.group(1)));
    PUT_ASIDE.matcher(sql).results().forEach(aside -> own.add(aside.group(1)));
    List<String> found = new ArrayList<>();
    for (String statement : sql.split(";")) {
      Matcher table = TABLE.matcher(statement);
      if (table.find() && !own.contains(table.group(1))) {
        BREAKING.forEach(
            (pattern, fault) -> {
              if (pattern.matcher(statement).find()) {
                found.add(fault + ": " + statement.strip());
              }
            });
      }
      Matcher unique = UNIQUE.matcher(statement);
      if (unique.find() && !own.contains(unique.group(1))) {
        found.add("holds older versions to a new rule: " + statement.strip());
      }
    }
    return found;
  }
}

package dev.crossdock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.crossdock.testing.Shared;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may use whom. The rules are shown able to fail on the small crooked house below {@code archfixture}. */
class ModulesTest {

  private static final JavaClasses PRODUCT = new ClassFileImporter()
      .importPath(Shared.project().resolve("target/classes"));
  private static final ModuleRules RULES = new ModuleRules("dev.crossdock", PRODUCT);
  private static final ModuleRules CROOKED =
      new ModuleRules("archfixture", new ClassFileImporter().importPackages("archfixture"));

  /** What must be there, so that no rule holds for want of anything to hold against. */
  private static final List<String> LANDED = List.of(
      "api", "catalog", "channels", "cli", "console", "customers", "fulfilment", "inventory", "orders", "platform",
      "routing", "sandbox");

  @Test
  void seesEveryCapability() {
    assertThat(RULES.capabilities()).containsAll(LANDED);
    assertThat(Modules.capabilities()).containsAll(RULES.capabilities());
  }

  @Test
  void packagesUseLowerRanksOnlyAndOfThemTheBasePackage() {
    assertThat(RULES.strayUses()).isEmpty();
  }

  @Test
  void nothingRunsInCircles() {
    assertThat(RULES.cycles()).isEmpty();
  }

  @Test
  void theDomainKnowsNoClockAndKeepsItsSqlInside() {
    assertThat(RULES.impureUses()).isEmpty();
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(RULES.packagesWithoutNullMarked()).isEmpty();
  }

  @Test
  void findsEveryStrayUseOfTheCrookedHouse() {
    assertThat(CROOKED.strayUses()).containsExactly(
        "archfixture.api.UsesInternal uses archfixture.orders.internal.Secret: only orders itself sees orders.internal",
        "archfixture.catalog.UsesHigherRank uses archfixture.orders.Orders: "
            + "rank 10 uses lower ranks only, and orders has rank 20",
        "archfixture.catalog.UsesNeighbour uses archfixture.inventory.Stock: "
            + "rank 10 uses lower ranks only, and inventory has rank 10",
        "archfixture.channels.UsesAdapter uses archfixture.channels.adapters.mart.Mart: "
            + "an extension is found by scan and named by nobody",
        "archfixture.channels.adapters.shop.UsesOrders uses archfixture.orders.Orders: " + extensionsSee(),
        "archfixture.channels.adapters.shop.UsesOtherAdapter uses archfixture.channels.adapters.mart.Mart: "
            + extensionsSee(),
        "archfixture.fulfilment.UsesRouting uses archfixture.routing.Routing: "
            + "rank 25 uses lower ranks only, and routing has rank 25",
        "archfixture.orders.UsesRoot uses archfixture.Root: nobody uses the composition root",
        "archfixture.platform.db.UsesInside uses archfixture.platform.journal.internal.Sealed: "
            + "only its own part of the platform sees platform.journal.internal",
        "archfixture.platform.stray is not on the map",
        "archfixture.sandbox.UsesMoney uses archfixture.platform.money.Money: "
            + "the sandbox talks to the product over HTTP only",
        "archfixture.warehouse is not on the map");
  }

  @Test
  void findsTheClockAndTheSqlOfTheCrookedHouse() {
    assertThat(CROOKED.impureUses()).containsExactly(
        "archfixture.orders.ReadsClock reads java.time.InstantSource: take the instant as an argument",
        "archfixture.orders.SpeaksSql speaks SQL through java.sql.Connection: that belongs into a store in internal");
  }

  @Test
  void findsTheCircleAndTheUnmarkedPackageOfTheCrookedHouse() {
    assertThat(CROOKED.cycles())
        .contains(
            "platform.ids is part of a cycle: it uses [platform.time]",
            "platform.time is part of a cycle: it uses [platform.ids]")
        .noneMatch(cycle -> cycle.startsWith("platform.money"));
    assertThat(CROOKED.packagesWithoutNullMarked()).containsExactly("archfixture.warehouse");
  }

  private static String extensionsSee() {
    return "an extension sees its port and " + Modules.EXTENSIONS_MAY_USE;
  }
}

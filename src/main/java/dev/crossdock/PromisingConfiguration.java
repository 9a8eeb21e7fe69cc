package dev.crossdock;

import dev.crossdock.catalog.Substitutes;
import dev.crossdock.inventory.backorders.Backorders;
import dev.crossdock.inventory.checkout.CheckoutHolds;
import dev.crossdock.inventory.groups.AllocationGroups;
import dev.crossdock.inventory.promising.Promising;
import dev.crossdock.inventory.promising.SafetyStocks;
import dev.crossdock.inventory.returning.IncomingReturns;
import dev.crossdock.orders.shortage.Remedies;
import dev.crossdock.routing.LineCommands;
import dev.crossdock.routing.LineTransfers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands what promises stock, and what is done where there is none, to the framework. */
@Configuration(proxyBeanMethods = false)
class PromisingConfiguration {

  @Bean
  SafetyStocks safetyStocks(Assembly assembly) {
    return assembly.safetyStocks();
  }

  @Bean
  AllocationGroups allocationGroups(Assembly assembly) {
    return assembly.allocationGroups();
  }

  @Bean
  Promising promising(Assembly assembly) {
    return assembly.promising();
  }

  @Bean
  Backorders backorders(Assembly assembly) {
    return assembly.backorders();
  }

  @Bean
  Substitutes substitutes(Assembly assembly) {
    return assembly.substitutes();
  }

  @Bean
  Remedies oversoldRemedies(Assembly assembly) {
    return assembly.remedies();
  }

  @Bean
  LineCommands lineCommands(Assembly assembly) {
    return assembly.lineCommands();
  }

  @Bean
  LineTransfers lineTransfers(Assembly assembly) {
    return new LineTransfers(
        assembly.orders(), assembly.locations(), assembly.backorders(),
        new TransferRequests(assembly.documents()::transfers));
  }

  @Bean
  CheckoutHolds checkoutHolds(Assembly assembly) {
    return assembly.checkoutHolds();
  }

  @Bean
  IncomingReturns incomingReturns(Assembly assembly) {
    return assembly.documents().incomingReturns();
  }
}

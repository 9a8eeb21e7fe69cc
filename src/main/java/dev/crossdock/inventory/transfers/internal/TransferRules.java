package dev.crossdock.inventory.transfers.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.KnownSkus;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.documents.Rules;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferInput;
import dev.crossdock.inventory.transfers.TransferState;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Judges the description of a transfer, and names every field that is wrong. */
public final class TransferRules {

  private final KnownSkus skus;
  private final Locations locations;

  public TransferRules(KnownSkus skus, Locations locations) {
    this.skus = skus;
    this.locations = locations;
  }

  /** What is wrong with it; empty when nothing is. */
  public List<ItemError> judge(Tx tx, TransferInput input) {
    Rules rules = new Rules();
    if (input.number() != null) {
      rules.number("number", input.number());
    }
    Set<String> codes = locations.list(tx).stream().map(Location::code).collect(Collectors.toSet());
    rules.require(() -> codes.contains(input.from()), "from", "unknown", "There is no such location.");
    rules.require(() -> codes.contains(input.to()), "to", "unknown", "There is no such location.");
    rules.require(() -> !input.from().equals(input.to()), "to", "same", "A transfer needs two different locations.");
    rules.day("expectedOn", input.expectedOn());
    rules.lines(input.lines().size());
    Set<String> asked =
        input.lines().stream().map(TransferInput.Line::sku).filter(sku -> sku.indexOf('\0') < 0)
            .collect(Collectors.toSet());
    Set<String> known = skus.known(tx, asked);
    for (int i = 0; i < input.lines().size(); i++) {
      TransferInput.Line line = input.lines().get(i);
      rules.require(() -> known.contains(line.sku()), "lines[" + i + "].sku", "unknown", "There is no such SKU.");
      rules.units("lines[" + i + "].units", line.units(), 1);
    }
    return rules.errors();
  }

  /** The transfer, once {@link #judge} found nothing wrong. */
  public static Transfer transfer(UUID id, String number, TransferInput input, Instant now) {
    List<Transfer.Line> lines = new ArrayList<>();
    for (TransferInput.Line line : input.lines()) {
      lines.add(new Transfer.Line(lines.size() + 1, line.sku(), Math.toIntExact(line.units()), 0, 0, 0));
    }
    return new Transfer(
        id, number, input.from(), input.to(), TransferState.REQUESTED, input.expectedOn(), lines, 1, now);
  }
}

package dev.crossdock;

import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferInput;
import dev.crossdock.inventory.transfers.Transfers;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.Transferring;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Transfers as routing asks for them; they tell routing of what arrived, so they are there only after it. */
record TransferRequests(Supplier<Transfers> transfers) implements Transferring {

  @Override
  public Decided<Transfer> request(Tx tx, TransferInput input) {
    return transfers.get().request(tx, input);
  }

  @Override
  public Optional<Transfer> find(Tx tx, UUID id) {
    return transfers.get().find(tx, id);
  }
}

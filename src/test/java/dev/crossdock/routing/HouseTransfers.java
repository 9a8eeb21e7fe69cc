package dev.crossdock.routing;

import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferInput;
import dev.crossdock.inventory.transfers.Transfers;
import dev.crossdock.platform.db.Tx;
import java.util.Optional;
import java.util.UUID;

/** The transfers of a house, as routing asks for them. */
record HouseTransfers(Transfers transfers) implements Transferring {

  @Override
  public Decided<Transfer> request(Tx tx, TransferInput input) {
    return transfers.request(tx, input);
  }

  @Override
  public Optional<Transfer> find(Tx tx, UUID id) {
    return transfers.find(tx, id);
  }
}

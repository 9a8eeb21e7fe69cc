package dev.crossdock.routing;

import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferInput;
import dev.crossdock.platform.db.Tx;
import java.util.Optional;
import java.util.UUID;

/** What routing needs of transfers between locations. */
public interface Transferring {

  /** Promises the units to a transfer, all of them or none. */
  Decided<Transfer> request(Tx tx, TransferInput input);

  Optional<Transfer> find(Tx tx, UUID id);
}

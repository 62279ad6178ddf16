package dev.kontor.connector.shopware.api;

import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Which documents a refused sync call is about.
 *
 * @param fault what the refusal as a whole means
 */
record SyncRefusal(Fault fault, Reply reply, SyncOperations operations) {

  /**
   * What is wrong with which documents; empty if the shop does not say.
   *
   * @throws FaultException if the refusal is not about any document
   */
  Map<Integer, Fault> blamed(ShopwareApi api) {
    if (fault instanceof Fault.Invalid) {
      return byPointer();
    }
    Map<Integer, Fault> gone =
        fault instanceof Fault.Forbidden ? new GoneRows(api, operations).faults() : Map.of();
    if (gone.isEmpty()) {
      throw new FaultException(fault);
    }
    return gone;
  }

  /** A lacking obligatory field says more than a wrong value: the row is gone. */
  private Map<Integer, Fault> byPointer() {
    Map<Integer, Fault> blamed = new HashMap<>();
    ApiErrors.of(reply.body()).all().stream()
        .flatMap(error -> SyncBlame.of(error, operations.byKey()).stream())
        .sorted(Comparator.comparing(SyncBlame::isSent))
        .forEach(
            blame -> blame.row().owners().forEach(one -> blamed.putIfAbsent(one, blame.fault())));
    return blamed;
  }
}

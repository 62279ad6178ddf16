package dev.kontor.connector.shopware.api;

import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sends the rows of a batch until every document of it is written or refused. */
final class SyncSending {

  private static final String PATH = "/api/_action/sync";

  private final ShopwareApi api;
  private final List<SyncRow> upserts;
  private final List<SyncRow> deletes;
  private final Map<Integer, Fault> refused = new HashMap<>();

  SyncSending(ShopwareApi api, List<SyncRow> upserts, List<SyncRow> deletes) {
    this.api = api;
    this.upserts = upserts;
    this.deletes = deletes;
  }

  /**
   * @return the documents that were refused; all others are written
   * @throws FaultException if a whole call failed
   */
  Map<Integer, Fault> send(Collection<Integer> documents) {
    if (!documents.isEmpty()) {
      SyncOperations operations = SyncOperations.of(Set.copyOf(documents), upserts, deletes);
      Reply reply = api.write("POST", PATH, operations.body());
      if (!reply.ok()) {
        Fault fault = api.fault(true, PATH, reply);
        again(List.copyOf(documents), new SyncRefusal(fault, reply, operations));
      }
    }
    return refused;
  }

  private void again(List<Integer> documents, SyncRefusal refusal) {
    Map<Integer, Fault> blamed = refusal.blamed(api);
    blamed.keySet().retainAll(documents);
    refused.putAll(blamed);
    if (!blamed.isEmpty()) {
      send(documents.stream().filter(document -> !blamed.containsKey(document)).toList());
    } else if (documents.size() == 1) {
      refused.put(documents.getFirst(), refusal.fault());
    } else {
      int half = documents.size() / 2;
      send(documents.subList(0, half));
      send(documents.subList(half, documents.size()));
    }
  }
}

package dev.kontor.connector.shopware.api;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Standing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of many entities for many documents in one call and one transaction. A refusal applies
 * nothing: the documents whose rows the shop blames are taken out and the rest sent again; where it
 * blames none the documents are halved (shopware/contract.md §3).
 */
public final class SyncBatch {

  private final SyncRows upserts = new SyncRows();
  private final SyncRows deletes = new SyncRows();

  /** The same row that two documents need is written once; of different ones the later counts. */
  public void upsert(int owner, String entity, ObjectNode row) {
    upserts.put(row(owner, entity, row, null));
  }

  /**
   * A row that must be in the shop already.
   *
   * @param gone what it means for the document that it is not
   */
  public void update(int owner, String entity, ObjectNode row, Fault gone) {
    upserts.put(row(owner, entity, row, gone));
  }

  /**
   * @param key the row's id, or both ids of a row that only joins two others; one that is gone
   *     already is no error
   */
  public void delete(int owner, String entity, ObjectNode key) {
    deletes.put(row(owner, entity, key, null));
  }

  private static SyncRow row(int owner, String entity, ObjectNode row, @Nullable Fault gone) {
    return new SyncRow(entity, row, gone, Set.of(owner));
  }

  /** Everything of another, once it is certain to be wanted. */
  public void add(SyncBatch other) {
    other.upserts.all().forEach(upserts::put);
    other.deletes.all().forEach(deletes::put);
  }

  /**
   * Sends what was put together.
   *
   * @return the documents that were refused; all others are written
   * @throws FaultException if a whole call failed
   */
  public Map<Integer, Fault> send(ShopwareApi api) {
    Set<Integer> documents = new TreeSet<>();
    upserts.all().forEach(row -> documents.addAll(row.owners()));
    deletes.all().forEach(row -> documents.addAll(row.owners()));
    return new SyncSending(api, upserts.all(), deletes.all()).send(documents);
  }

  /**
   * What sending it would change. Only reads.
   *
   * @return by document; one of which nothing would change is left out
   * @throws FaultException if the shop cannot be read
   */
  public Map<Integer, List<Standing.Field>> changes(ShopwareApi api) {
    return new SyncChanges(api).of(upserts.all(), deletes.all());
  }

  /**
   * Sends all or nothing.
   *
   * @throws FaultException also for what the shop refuses
   */
  public void sendAll(ShopwareApi api) {
    for (Fault fault : send(api).values()) {
      throw new FaultException(fault);
    }
  }
}

package dev.kontor.connector.financeoperations.stock;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads stock on hand. Its rows bear no time of change, so every poll reads all of them; the same
 * figures are the same version, and nothing is done about them. An item that never moved has no row
 * (finance-operations/contract.md §7).
 */
public final class StockReader implements Reader {

  private static final String SET = "WarehousesOnHandV2";

  /** Rows of one item, most of the time: sites, warehouses and variants. */
  private static final int ROWS = 8;

  private static final int LEAST = 200;

  private static final List<String> FIELDS =
      Stream.concat(
              Stream.of(FnoApi.COMPANY, OnHand.ITEM, "InventoryWarehouseId"),
              OnHand.QUANTITIES.stream())
          .toList();

  private final FnoApi api;
  private final ZoneId zone;

  public StockReader(FnoSettings settings, FnoApi api) {
    this.api = api;
    this.zone = settings.zone();
  }

  /** The cursor is the last item told; blank begins anew, as the end of all does. */
  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    String after = from == null ? "" : from.value();
    OnHand reading = new OnHand(api.clock().instant(), zone);
    List<Document> whole = reading.of(rows(after, Math.max(LEAST, limit * ROWS)));
    List<Document> some = whole.subList(0, Math.min(limit, whole.size()));
    boolean more = !some.isEmpty();
    return new Page(some, new Cursor(more ? some.getLast().id() : ""), more);
  }

  /** Of an item whose rows may go on behind the page, all are read. */
  private List<JsonNode> rows(String after, int most) {
    List<JsonNode> rows = new ArrayList<>(api.after(SET, OnHand.ITEM, after, most, FIELDS));
    if (rows.size() == most) {
      String last = Row.text(rows.getLast(), OnHand.ITEM);
      rows.removeIf(row -> Row.text(row, OnHand.ITEM).equals(last));
      rows.addAll(api.rows(SET, FnoApi.equal(OnHand.ITEM, last), FIELDS));
    }
    return rows;
  }

  @Override
  public List<Document> find(Identity identity) {
    if (identity instanceof Identity.NativeId id) {
      return fetch(List.of(id.id()));
    }
    throw new FaultException(
        new Fault.Unsupported("stock is found by item number only, given as native id"));
  }

  @Override
  public List<Document> fetch(List<String> items) {
    return new OnHand(api.clock().instant(), zone)
        .of(api.rowsOf(SET, OnHand.ITEM, items, FIELDS)).stream()
            .filter(document -> items.stream().anyMatch(document.id()::equalsIgnoreCase))
            .toList();
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    Page page = changes(from, limit);
    List<Document> thin = page.documents().stream().map(StockReader::thin).toList();
    return new Page(thin, page.next(), page.more());
  }

  private static Document thin(Document full) {
    return new Document(
        full.type(), full.id(), full.number(), full.version(), full.changedAt(), false, null);
  }
}

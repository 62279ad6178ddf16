package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataPage;
import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads stock per article number. Postings are seen by item ledger entries, as they do not touch
 * the item's time of change; demand by comparing the open orders with what was told last
 * (business-central/behaviours.md §3 and §8). API v2.0 has no stock by location or variant.
 */
final class StockReader implements Reader {

  /** Entries of parallel postings may be committed out of number order. */
  private static final int ENTRY_OVERLAP = 100;

  private static final String LEDGER = "itemLedgerEntries";

  private final Company company;
  private final StockDocuments documents;
  private final OpenOrders openOrders;

  StockReader(Configuration configuration, Company company) {
    this.company = company;
    this.documents = new StockDocuments(company, configuration.skus());
    this.openOrders = new OpenOrders(company, configuration.overlap());
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    if (from == null) {
      ODataPage first = company.client().page(documents.query(), limit);
      return firstReading(lastEntry(), first);
    }
    StockCursor at = StockCursor.of(from);
    return at.items() == null
        ? sinceLast(at, limit)
        : firstReading(at.entry(), company.client().page(URI.create(at.items()), limit));
  }

  /** Goes through all items once; the ledger is followed from where it stood before. */
  private Page firstReading(long entry, ODataPage page) {
    Instant began = company.clock().instant();
    OpenDemand demand = openOrders.read();
    URI next = page.next();
    StockCursor cursor =
        new StockCursor(entry, false, next == null ? null : next.toString(), Map.of());
    return new Page(documents.of(page.values(), demand, began), cursor.cursor(), next != null);
  }

  private long lastEntry() {
    ODataQuery newest =
        ODataQuery.of(LEDGER).select(List.of("entryNumber")).orderBy("entryNumber desc").top(1);
    return company.client().all(newest).stream()
        .mapToLong(entry -> entry.path("entryNumber").asLong(0))
        .max()
        .orElse(0);
  }

  private Page sinceLast(StockCursor at, int limit) {
    Instant began = company.clock().instant();
    long after = at.draining() ? at.entry() : Math.max(0, at.entry() - ENTRY_OVERLAP);
    List<JsonNode> entries = entries(after, limit);
    Set<String> changed = new TreeSet<>();
    long last = at.entry();
    for (JsonNode entry : entries) {
      changed.add(Json.text(entry, "itemNumber", ""));
      last = entry.path("entryNumber").asLong(0);
    }
    OpenDemand demand = openOrders.read();
    Map<String, BigDecimal> told = new TreeMap<>(at.demand());
    boolean moreDemand = addChangedDemand(demand, told, changed, limit);
    boolean moreEntries = entries.size() >= limit;
    List<Document> found = documents.ofItems(changed, demand, began);
    Cursor next = new StockCursor(last, moreEntries, null, told).cursor();
    return new Page(found, next, moreEntries || moreDemand);
  }

  /** Adds items whose demand differs from what was told, at most {@code limit} in all. */
  private static boolean addChangedDemand(
      OpenDemand demand, Map<String, BigDecimal> told, Set<String> changed, int limit) {
    Set<String> all = new TreeSet<>(told.keySet());
    all.addAll(demand.pieces().keySet());
    for (String item : all) {
      BigDecimal now = demand.of(item);
      if (now.compareTo(told.getOrDefault(item, BigDecimal.ZERO)) != 0) {
        if (changed.size() >= limit && !changed.contains(item)) {
          return true;
        }
        changed.add(item);
      }
      if (changed.contains(item)) {
        if (now.signum() == 0) {
          told.remove(item);
        } else {
          told.put(item, now);
        }
      }
    }
    return false;
  }

  private List<JsonNode> entries(long after, int limit) {
    ODataQuery query =
        ODataQuery.of(LEDGER)
            .filter("entryNumber gt " + after)
            .select(List.of("entryNumber", "itemNumber"))
            .orderBy("entryNumber")
            .top(limit);
    return company.client().all(query);
  }

  @Override
  public List<Document> find(Identity identity) {
    String refusal = "stock is found by article number only, given as native id";
    return fetch(List.of(Keys.nativeId(identity, refusal)));
  }

  @Override
  public List<Document> fetch(List<String> skus) {
    Instant began = company.clock().instant();
    OpenDemand demand = openOrders.read();
    return documents.ofSkus(skus, demand, began);
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    Instant began = company.clock().instant();
    ODataPage page = Keys.page(company, documents.query(), from, limit);
    List<Document> full = documents.of(page.values(), openOrders.read(), began);
    return Keys.upTo(page, full.stream().map(Documents::thin).toList());
  }
}

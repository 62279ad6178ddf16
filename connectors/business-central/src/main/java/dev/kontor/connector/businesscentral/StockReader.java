package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataPage;
import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads stock per article number. Postings are seen by item ledger entries, as they do not touch
 * the item's time of change; what is open by comparing it with what was told last
 * (business-central/behaviours.md §3 and §8). API v2.0 has no stock by location or variant, the
 * companion app has.
 */
final class StockReader implements Reader {

  private static final String LEDGER = "itemLedgerEntries";

  private final Company company;
  private final SkuScheme skus;
  private final CompanyDay calendar;
  private final StockItems items;
  private final OpenOrders openOrders;

  StockReader(Configuration configuration, Company company) {
    this.company = company;
    this.skus = configuration.skus();
    this.calendar = configuration.calendar(company.clock());
    this.items = new StockItems(company, configuration.skus());
    this.openOrders = new OpenOrders(company, configuration.overlap());
  }

  private boolean isByLocation() {
    return LocationStock.isTold(company.companion());
  }

  /** Of one sum, demand is read at once: no figure rests on demand older than its own batch. */
  private StockView view() {
    Instant began = company.clock().instant();
    return isByLocation()
        ? new LocationStock(company.companion(), skus, began, calendar.today())
        : new SumStock(skus, openOrders.read(), began);
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    StockCursor at = from == null ? null : StockCursor.of(from);
    if (at == null || at.byLocation() != isByLocation()) {
      return firstReading(
          LedgerPosition.at(lastEntry()), company.client().page(items.query(), limit), limit);
    }
    if (!at.rest().isEmpty()) {
      List<String> some = at.rest().subList(0, Math.min(limit, at.rest().size()));
      StockCursor next = at.withRest(at.rest().subList(some.size(), at.rest().size()));
      return new Page(fetch(some), next.cursor(), true);
    }
    return at.items() == null
        ? sinceLast(at, limit)
        : firstReading(at.ledger(), company.client().page(URI.create(at.items()), limit), limit);
  }

  /** Of an item with variants more may be found than fits into a page. */
  private static Page page(List<Document> found, StockCursor next, boolean more, int limit) {
    if (found.size() <= limit) {
      return new Page(found, next.cursor(), more);
    }
    List<String> rest = found.stream().skip(limit).map(Document::id).toList();
    return new Page(found.subList(0, limit), next.withRest(rest).cursor(), true);
  }

  /** Goes through all items once; the ledger is followed from where it stood before. */
  private Page firstReading(LedgerPosition ledger, ODataPage page, int limit) {
    URI next = page.next();
    StockCursor cursor =
        new StockCursor(
            isByLocation(),
            ledger,
            false,
            next == null ? null : next.toString(),
            List.of(),
            Map.of());
    return page(view().of(page.values()), cursor, next != null, limit);
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
    List<JsonNode> entries =
        entries(at.draining() ? at.ledger().last() : at.ledger().from(), limit);
    Set<String> changed = new TreeSet<>();
    Set<Long> numbers = new TreeSet<>();
    for (JsonNode entry : entries) {
      long number = entry.path("entryNumber").asLong(0);
      numbers.add(number);
      if (at.ledger().isNew(number)) {
        changed.add(Json.text(entry, "itemNumber", ""));
      }
    }
    LedgerPosition ledger = at.ledger().after(numbers);
    StockView view = view();
    Map<String, String> told = new TreeMap<>(at.open());
    boolean moreOpen = addChanged(view.marks(), told, changed, limit);
    boolean moreEntries = entries.size() >= limit;
    List<Document> found = view.of(items.numbered(changed));
    StockCursor next = new StockCursor(at.byLocation(), ledger, moreEntries, null, List.of(), told);
    return page(found, next, moreEntries || moreOpen, limit);
  }

  /** Adds items of which something else is open than was told, at most {@code limit} in all. */
  private static boolean addChanged(
      Map<String, String> open, Map<String, String> told, Set<String> changed, int limit) {
    Set<String> all = new TreeSet<>(told.keySet());
    all.addAll(open.keySet());
    for (String item : all) {
      @Nullable String now = open.get(item);
      if (!Objects.equals(now, told.get(item))) {
        if (changed.size() >= limit && !changed.contains(item)) {
          return true;
        }
        changed.add(item);
      }
      if (changed.contains(item)) {
        if (now == null) {
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
  public List<Document> fetch(List<String> wanted) {
    StockView view = view();
    boolean byVariant = view instanceof LocationStock;
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    known.addAll(wanted);
    return view.of(items.ofSkus(wanted, byVariant)).stream()
        .filter(document -> known.contains(document.id()))
        .toList();
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    ODataPage page = Keys.page(company, items.query(), from, limit);
    return Keys.upTo(page, view().of(page.values()).stream().map(Documents::thin).toList());
  }
}

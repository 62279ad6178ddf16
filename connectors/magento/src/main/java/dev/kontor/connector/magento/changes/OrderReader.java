package dev.kontor.connector.magento.changes;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import dev.kontor.connector.magento.option.ChosenOptions;
import dev.kontor.connector.magento.order.OrderIds;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads orders with their invoices, shipments and credit memos, which the shop keeps apart: four
 * calls for as many orders as one call takes, and one for the articles whose options were chosen.
 */
public final class OrderReader implements Reader {

  /** A full order is about 30 KB. */
  private static final int MOST_FULL = 50;

  private final MagentoApi api;
  private final MagentoSettings settings;
  private final Changes changes;
  private final ChosenOptions chosen;
  private final OrderCompanies companies;
  private final Returns returns;

  public OrderReader(MagentoApi api, MagentoSettings settings) {
    this.api = api;
    this.settings = settings;
    this.changes = new Changes(api, settings);
    this.chosen = new ChosenOptions(api, settings.dropOptionNumbers());
    this.companies = new OrderCompanies(api);
    this.returns = new Returns(api);
  }

  /** Without content: whoever needs an order fetches it, as it is then. */
  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    Changes.Found found = changes.since(from, Math.min(limit, SearchCriteria.MAX_SIZE));
    List<Document> documents = new ArrayList<>(thin(List.copyOf(found.orders())));
    documents.sort(Comparator.comparing(Document::changedAt));
    return new Page(documents, found.next(), found.more());
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.NativeId(String id) -> fetch(List.of(id));
      case Identity.ExternalReference(String number) -> numbered(List.of(number)).getFirst();
      case Identity.Match match ->
          throw new FaultException(
              new Fault.Unsupported("Magento finds its orders by id or number only"));
    };
  }

  /** By number all in one call. */
  @Override
  public List<List<Document>> findAll(List<? extends Identity> identities) {
    List<String> numbers = new ArrayList<>();
    for (Identity identity : identities) {
      if (identity instanceof Identity.ExternalReference(String number)) {
        numbers.add(number);
      }
    }
    return numbers.size() < identities.size()
        ? Reader.super.findAll(identities)
        : numbered(numbers);
  }

  /** The shop's database ignores case and blanks at the end; a number is what it is. */
  private List<List<Document>> numbered(List<String> numbers) {
    List<String> asked = numbers.stream().filter(number -> !number.contains(",")).toList();
    List<Document> found = new ArrayList<>();
    for (List<String> some : pages(asked)) {
      found.addAll(full(api.all("orders", "increment_id", some, null)));
    }
    return numbers.stream()
        .map(number -> found.stream().filter(d -> number.equals(d.number())).toList())
        .toList();
  }

  @Override
  public List<Document> fetch(List<String> ids) {
    List<Document> found = new ArrayList<>();
    for (List<String> some : pages(ids.stream().filter(OrderIds::isId).toList())) {
      found.addAll(full(api.all("orders", "entity_id", some, null)));
    }
    return found;
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    int size = Math.min(limit, SearchCriteria.MAX_SIZE);
    SearchCriteria criteria =
        new SearchCriteria(size)
            .above("entity_id", from == null ? "0" : from.value())
            .ascending("entity_id")
            .only(Entity.ORDERS.thin());
    if (!settings.storeIds().isEmpty()) {
      criteria.anyOf("store_id", settings.storeIds());
    }
    List<JsonNode> rows = api.search("orders", criteria);
    String last = rows.isEmpty() ? "0" : rows.getLast().path("entity_id").asString("0");
    Cursor next = rows.isEmpty() && from != null ? from : new Cursor(last);
    return new Page(thinOf(rows), next, rows.size() == size);
  }

  private List<Document> thin(List<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : thinOf(api.all("orders", "entity_id", ids, Entity.ORDERS.thin()));
  }

  private List<Document> thinOf(List<JsonNode> rows) {
    Map<String, Map<Entity, List<JsonNode>>> parts = parts(rows, true);
    Map<String, List<JsonNode>> back = returned(rows);
    return rows.stream()
        .map(row -> OrderVersion.document(row, of(parts, row), returned(back, row), null))
        .toList();
  }

  private List<Document> full(List<JsonNode> rows) {
    Map<String, Map<Entity, List<JsonNode>>> parts = parts(rows, false);
    Map<String, List<JsonNode>> back = returned(rows);
    List<ObjectNode> whole =
        rows.stream().map(row -> whole(row, of(parts, row), returned(back, row))).toList();
    chosen.tell(whole);
    if (settings.companies()) {
      companies.join(whole);
    }
    return whole.stream()
        .map(o -> OrderVersion.document(o, of(parts, o), returned(back, o), o))
        .toList();
  }

  /** What came back, by id of the order; nothing where the settings do not speak of it. */
  private Map<String, List<JsonNode>> returned(List<JsonNode> orders) {
    return settings.returns()
        ? returns.of(orders.stream().map(row -> row.path("entity_id").asString("")).toList())
        : Map.of();
  }

  private static List<JsonNode> returned(Map<String, List<JsonNode>> back, JsonNode order) {
    return back.getOrDefault(order.path("entity_id").asString(""), List.of());
  }

  /** Of orders, by id. */
  private Map<String, Map<Entity, List<JsonNode>>> parts(List<JsonNode> orders, boolean thin) {
    Map<String, Map<Entity, List<JsonNode>>> parts = new HashMap<>();
    List<String> ids = orders.stream().map(row -> row.path("entity_id").asString("")).toList();
    for (Entity entity : ids.isEmpty() ? List.<Entity>of() : Entity.PARTS) {
      for (JsonNode row : api.all(entity.path, entity.order, ids, thin ? entity.thin() : null)) {
        parts
            .computeIfAbsent(row.path(entity.order).asString(""), id -> new EnumMap<>(Entity.class))
            .computeIfAbsent(entity, e -> new ArrayList<>())
            .add(row);
      }
    }
    return parts;
  }

  private static Map<Entity, List<JsonNode>> of(
      Map<String, Map<Entity, List<JsonNode>>> parts, JsonNode order) {
    return parts.getOrDefault(order.path("entity_id").asString(""), Map.of());
  }

  /** The shop's order with what belongs to it beside its own fields. */
  private static ObjectNode whole(
      JsonNode order, Map<Entity, List<JsonNode>> parts, List<JsonNode> returns) {
    ObjectNode whole = ((ObjectNode) order).deepCopy();
    for (Entity entity : Entity.PARTS) {
      ArrayNode rows = whole.putArray(entity.path);
      parts.getOrDefault(entity, List.of()).forEach(rows::add);
    }
    returns.forEach(whole.withArrayProperty("returns")::add);
    return whole;
  }

  private static List<List<String>> pages(List<String> all) {
    List<List<String>> pages = new ArrayList<>();
    for (int at = 0; at < all.size(); at += MOST_FULL) {
      pages.add(all.subList(at, Math.min(all.size(), at + MOST_FULL)));
    }
    return pages;
  }
}

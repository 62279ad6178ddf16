package dev.kontor.connector.shopware.order;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads orders with everything that belongs to them; drafts of an edit are never seen. */
public final class OrderReader implements Reader {

  /** A full order is about 60 KB, so this keeps an answer below some megabytes. */
  private static final int MOST_FULL_ORDERS = 50;

  private final ShopwareApi api;
  private final ShopwareSettings settings;
  private final OrderChanges changes;

  public OrderReader(ShopwareApi api, ShopwareSettings settings) {
    this.api = api;
    this.settings = settings;
    this.changes = new OrderChanges(api, settings);
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    OrderChanges.Found found = changes.since(from, Math.min(limit, MOST_FULL_ORDERS));
    List<Document> documents = new ArrayList<>(fetch(List.copyOf(found.ids())));
    documents.sort(Comparator.comparing(Document::changedAt));
    return new Page(documents, found.next(), found.more());
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.NativeId(String id) -> fetch(List.of(id));
      case Identity.ExternalReference(String number) ->
          documents(full(2).equalTo("orderNumber", number));
      case Identity.Match match ->
          throw new FaultException(
              new Fault.Unsupported("Shopware orders are found by id or order number only"));
    };
  }

  @Override
  public List<Document> fetch(List<String> ids) {
    List<String> known = ids.stream().filter(Ids::isId).distinct().toList();
    List<Document> documents = new ArrayList<>();
    for (int from = 0; from < known.size(); from += MOST_FULL_ORDERS) {
      List<String> some = known.subList(from, Math.min(known.size(), from + MOST_FULL_ORDERS));
      documents.addAll(documents(full(MOST_FULL_ORDERS).ids(some)));
    }
    return documents;
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    int size = Math.min(limit, Criteria.MAX_LIMIT);
    Criteria criteria = OrderShape.keys(size).ascending("autoIncrement");
    if (from != null) {
      criteria.above("autoIncrement", Long.parseLong(from.value()));
    }
    if (!settings.salesChannels().isEmpty()) {
      criteria.anyOf("salesChannelId", settings.salesChannels());
    }
    JsonNode rows = api.search("order", criteria);
    List<Document> documents = new ArrayList<>();
    String last = from == null ? "0" : from.value();
    for (JsonNode row : rows) {
      documents.add(document(row, null));
      last = row.path("autoIncrement").asString();
    }
    return new Page(documents, new Cursor(last), rows.size() == size);
  }

  private Criteria full(int limit) {
    return new Criteria(limit).associations(OrderShape.associations());
  }

  private List<Document> documents(Criteria criteria) {
    List<Document> documents = new ArrayList<>();
    api.search("order", criteria).forEach(order -> documents.add(document(order, order)));
    return documents;
  }

  private static Document document(JsonNode order, @Nullable JsonNode content) {
    OrderVersion version = OrderVersion.of(order);
    return new Document(
        EntityType.ORDER,
        order.path("id").asString(""),
        order.path("orderNumber").asString(""),
        version.digest(),
        version.changedAt(),
        false,
        content);
  }
}

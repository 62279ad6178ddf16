package dev.kontor.connector.shopware.order;

import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.Rows;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.changes.Changes;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads orders with everything that belongs to them; drafts of an edit are never seen. */
public final class OrderReader implements Reader {

  private final ShopwareSettings settings;
  private final Changes changes;
  private final Rows orders;

  public OrderReader(ShopwareApi api, ShopwareSettings settings) {
    this.settings = settings;
    this.changes = Changes.ofOrders(api, settings);
    this.orders = new Rows(api, OrderShape.of(settings));
  }

  /** Without content: whoever needs an order fetches it, as it is then. */
  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    Changes.Found found = changes.since(from, Math.min(limit, Criteria.MAX_LIMIT));
    List<Document> documents = new ArrayList<>(orders.thin(List.copyOf(found.ids())));
    documents.sort(Comparator.comparing(Document::changedAt));
    return new Page(documents, found.next(), found.more());
  }

  @Override
  public List<Document> find(Identity identity) {
    return orders.find(identity);
  }

  @Override
  public List<Document> fetch(List<String> ids) {
    return orders.full(ids);
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    return orders.keys(from, limit, settings.salesChannels());
  }
}

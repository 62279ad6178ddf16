package dev.kontor.connector.shopware.customer;

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

/** Reads customers, guests among them, with group and default addresses. */
public final class CustomerReader implements Reader {

  private final ShopwareSettings settings;
  private final Changes changes;
  private final Rows customers;

  public CustomerReader(ShopwareApi api, ShopwareSettings settings) {
    this.settings = settings;
    this.changes = Changes.ofCustomers(api, settings);
    this.customers = new Rows(api, CustomerShape.CUSTOMER);
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    Changes.Found found = changes.since(from, Math.min(limit, Criteria.MAX_LIMIT));
    List<Document> documents = new ArrayList<>(customers.thin(List.copyOf(found.ids())));
    documents.sort(Comparator.comparing(Document::changedAt));
    return new Page(documents, found.next(), found.more());
  }

  @Override
  public List<Document> find(Identity identity) {
    return customers.find(identity);
  }

  @Override
  public List<Document> fetch(List<String> ids) {
    return customers.full(ids);
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    return customers.keys(from, limit, settings.salesChannels());
  }
}

package dev.kontor.connector.shopware.changes;

import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.Rows;
import dev.kontor.connector.shopware.api.Shape;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one entity with everything that belongs to them, and follows their changes;
 * drafts of an edited order are never seen.
 */
public final class FollowedReader implements Reader {

  private final Changes changes;
  private final Rows rows;
  private final List<String> salesChannels;

  /**
   * @param salesChannels whose rows are listed, empty for all
   */
  public FollowedReader(ShopwareApi api, Changes changes, Shape shape, List<String> salesChannels) {
    this.changes = changes;
    this.rows = new Rows(api, shape);
    this.salesChannels = List.copyOf(salesChannels);
  }

  /** Of the rows in the shop's sales channels that the settings name. */
  public FollowedReader(ShopwareApi api, Changes changes, Shape shape, ShopwareSettings settings) {
    this(api, changes, shape, settings.salesChannels());
  }

  /** Without content: whoever needs a document fetches it, as it is then. */
  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    Changes.Found found = changes.since(from, Math.min(limit, Criteria.MAX_LIMIT));
    List<Document> documents = new ArrayList<>(rows.thin(List.copyOf(found.ids())));
    documents.sort(Comparator.comparing(Document::changedAt));
    return new Page(documents, found.next(), found.more());
  }

  @Override
  public List<Document> find(Identity identity) {
    return rows.find(identity);
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
    if (numbers.size() < identities.size()) {
      return Reader.super.findAll(identities);
    }
    List<Document> found = rows.numbered(numbers);
    return numbers.stream()
        .map(number -> found.stream().filter(d -> number.equalsIgnoreCase(d.number())).toList())
        .toList();
  }

  @Override
  public List<Document> fetch(List<String> ids) {
    return rows.full(ids);
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    return rows.keys(from, limit, salesChannels);
  }
}

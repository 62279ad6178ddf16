package dev.kontor.connector.shopware.product;

import dev.kontor.connector.shopware.Ids;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads products and variants by id, by article number, or all their keys. */
public final class ProductReader implements Reader {

  private static final int MOST_PRODUCTS = 100;

  private final ShopwareApi api;

  public ProductReader(ShopwareApi api) {
    this.api = api;
  }

  /** A sale changes stock without touching {@code updatedAt} (shopware/observed.md). */
  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    throw new FaultException(
        new Fault.Unsupported(
            "Shopware does not show every change of a product; take notices or compare keys"));
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.NativeId(String id) -> fetch(List.of(id));
      case Identity.ExternalReference(String number) ->
          documents(new Criteria(2).equalTo("productNumber", number));
      case Identity.Match match ->
          throw new FaultException(
              new Fault.Unsupported("Shopware products are found by id or article number only"));
    };
  }

  @Override
  public List<Document> fetch(List<String> ids) {
    List<String> known = ids.stream().filter(Ids::isId).distinct().toList();
    List<Document> documents = new ArrayList<>();
    for (int from = 0; from < known.size(); from += MOST_PRODUCTS) {
      List<String> some = known.subList(from, Math.min(known.size(), from + MOST_PRODUCTS));
      documents.addAll(documents(new Criteria(MOST_PRODUCTS).ids(some)));
    }
    return documents;
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    int size = Math.min(limit, Criteria.MAX_LIMIT);
    Criteria criteria =
        new Criteria(size)
            .ascending("autoIncrement")
            .include(
                "product",
                List.of("id", "productNumber", "createdAt", "updatedAt", "stock", "autoIncrement"));
    if (from != null) {
      criteria.above("autoIncrement", Long.parseLong(from.value()));
    }
    JsonNode rows = api.search("product", criteria);
    List<Document> documents = new ArrayList<>();
    String last = from == null ? "0" : from.value();
    for (JsonNode row : rows) {
      documents.add(document(row, null));
      last = row.path("autoIncrement").asString();
    }
    return new Page(documents, new Cursor(last), rows.size() == size);
  }

  private List<Document> documents(Criteria criteria) {
    List<Document> documents = new ArrayList<>();
    api.search("product", criteria).forEach(row -> documents.add(document(row, row)));
    return documents;
  }

  private static Document document(JsonNode product, @Nullable JsonNode content) {
    String created = product.path("createdAt").asString("");
    String updated = product.path("updatedAt").asString("");
    return new Document(
        EntityType.PRODUCT,
        product.path("id").asString(""),
        product.path("productNumber").asString(""),
        created + " " + updated + " " + product.path("stock").asString(""),
        changedAt(updated.isEmpty() ? created : updated),
        false,
        content);
  }

  private static Instant changedAt(String time) {
    return time.isEmpty() ? Instant.EPOCH : OffsetDateTime.parse(time).toInstant();
  }
}

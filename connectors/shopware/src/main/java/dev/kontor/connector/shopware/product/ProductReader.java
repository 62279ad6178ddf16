package dev.kontor.connector.shopware.product;

import dev.kontor.connector.shopware.api.Rows;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads products and variants by id, by article number, or all their keys. */
public final class ProductReader implements Reader {

  private final Rows products;

  public ProductReader(ShopwareApi api) {
    this.products = new Rows(api, ProductShape.PRODUCT);
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
    return products.find(identity);
  }

  @Override
  public List<Document> fetch(List<String> ids) {
    return products.full(ids);
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    return products.keys(from, limit, List.of());
  }
}

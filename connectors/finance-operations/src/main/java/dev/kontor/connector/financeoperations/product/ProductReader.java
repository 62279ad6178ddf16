package dev.kontor.connector.financeoperations.product;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Released;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.kit.Snapshots;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads released products, a master with all its variants as one document. Their rows bear no time
 * of change, so every poll reads all; what differs from what was told before is told, and what is
 * released no more.
 */
public final class ProductReader implements Reader {

  private final FnoSettings settings;
  private final FnoApi api;
  private final Snapshots snapshots;

  public ProductReader(FnoSettings settings, FnoApi api) {
    this.settings = settings;
    this.api = api;
    this.snapshots = new Snapshots(api.clock(), this::versions);
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    Snapshots.Taken all = snapshots.changes(from);
    return all.snapshot().changes(from, limit, item -> thin(item, all), item -> gone(item, all));
  }

  @Override
  public List<Document> find(Identity identity) {
    if (identity instanceof Identity.NativeId(String item)) {
      return fetch(List.of(item));
    }
    throw new FaultException(
        new Fault.Unsupported("articles are found by item number only, given as native id"));
  }

  @Override
  public List<Document> fetch(List<String> items) {
    Instant began = api.clock().instant();
    Assortment some = new AssortmentReading(settings, api).of(items);
    ArticleContents contents = new ArticleContents(settings, some);
    return some.products().stream()
        .map(
            row -> {
              ObjectNode content = contents.of(row);
              String version = ArticleContents.version(content);
              return document(Row.text(row, Released.ITEM), version, began, false, content);
            })
        .toList();
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    Snapshots.Taken all = snapshots.keys(from);
    return all.snapshot().keys(from, limit, item -> thin(item, all));
  }

  private SortedMap<String, String> versions() {
    Assortment all = new AssortmentReading(settings, api).all();
    ArticleContents contents = new ArticleContents(settings, all);
    SortedMap<String, String> versions = new TreeMap<>();
    for (JsonNode row : all.products()) {
      versions.put(Row.text(row, Released.ITEM), ArticleContents.version(contents.of(row)));
    }
    return versions;
  }

  private static Document thin(String item, Snapshots.Taken all) {
    return document(item, all.version(item), all.began(), false, null);
  }

  private static Document gone(String item, Snapshots.Taken all) {
    return document(item, "gone", all.began(), true, null);
  }

  private static Document document(
      String item, String version, Instant began, boolean gone, @Nullable JsonNode content) {
    return new Document(EntityType.PRODUCT, item, item, version, began, gone, content);
  }
}

package dev.kontor.connector.shopware.product;

import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.Language;
import dev.kontor.connector.shopware.api.ShopFacts;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.changes.Changes;
import dev.kontor.connector.shopware.changes.FollowedReader;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads articles with their variants as one document. What is asked for by id is articles; by its
 * number a variant is found as well.
 */
public final class ProductReader implements Reader {

  private final FollowedReader products;
  private final ShopFacts facts;

  public ProductReader(ShopwareApi api, ShopwareSettings settings, ShopFacts facts) {
    this.products =
        new FollowedReader(api, Changes.ofProducts(api, settings), ProductShape.PRODUCT, List.of());
    this.facts = facts;
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    return products.changes(from, limit);
  }

  @Override
  public List<Document> find(Identity identity) {
    return products.find(identity).stream().map(this::completed).toList();
  }

  @Override
  public List<List<Document>> findAll(List<? extends Identity> identities) {
    return products.findAll(identities).stream()
        .map(hits -> hits.stream().map(this::completed).toList())
        .toList();
  }

  /** A variant is told with its article. */
  @Override
  public List<Document> fetch(List<String> ids) {
    return products.fetch(ids).stream()
        .filter(document -> ShopRow.text(content(document), "parentId").isEmpty())
        .map(this::completed)
        .toList();
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    return products.keys(from, limit);
  }

  private static JsonNode content(Document document) {
    return Objects.requireNonNull(document.content());
  }

  /** Ids of languages and currencies mean something in this shop only. */
  private Document completed(Document document) {
    ObjectNode content = content(document).deepCopy().asObject();
    content.put("currency", facts.defaultCurrency().code());
    for (JsonNode words : content.path("translations")) {
      Optional<Language> language = facts.languageOf(ShopRow.text(words, "languageId"));
      language.ifPresent(known -> words.asObject().put("locale", known.locale()));
    }
    return new Document(
        document.type(),
        document.id(),
        document.number(),
        document.version(),
        document.changedAt(),
        false,
        content);
  }
}

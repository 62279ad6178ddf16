package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataPage;
import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads items, each with all its variants as one document: from the companion app where it is
 * installed, else what API v2.0 has, and what partners' pages add. Deletions show only when {@link
 * #keys} are compared.
 */
final class ProductReader implements Reader {

  private final Configuration configuration;
  private final Company company;
  private final MasterData masterData;
  private final Joined joined;
  private final ProductNews news;
  private final ItemPictures pictures;

  ProductReader(Configuration configuration, Company company, MasterData masterData) {
    this.configuration = configuration;
    this.company = company;
    this.masterData = masterData;
    JoinedPages pages = new JoinedPages(configuration, company, Set.of(ItemParts.ITEMS));
    this.joined = new Joined(pages);
    this.news = new ProductNews(configuration, company, pages);
    this.pictures = new ItemPictures(company);
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    ProductNews.Changed changed = news.read(from, limit);
    return new Page(thin(changed.ids(), changed.numbers()), changed.next(), changed.more());
  }

  private List<Document> thin(Collection<String> ids, Collection<String> numbers) {
    if (ids.isEmpty() && numbers.isEmpty()) {
      return List.of();
    }
    ItemParts parts = ItemParts.read(company, joined, ids, numbers);
    if (parts.items().isEmpty()) {
      return List.of();
    }
    ProductContents contents = contents(parts);
    return parts.items().values().stream()
        .map(contents::thin)
        .sorted(Comparator.comparing(Document::changedAt))
        .toList();
  }

  private ProductContents contents(ItemParts parts) {
    return new ProductContents(
        configuration, parts, masterData.localCurrency(), configuration.calendar(company.clock()));
  }

  @Override
  public List<Document> find(Identity identity) {
    return findAll(List.of(identity)).getFirst();
  }

  /** By article number as the connection's scheme reads it, all in one call. */
  @Override
  public List<List<Document>> findAll(List<? extends Identity> identities) {
    List<String> skus = new ArrayList<>();
    for (Identity identity : identities) {
      if (identity instanceof Identity.ExternalReference(String sku)) {
        skus.add(sku);
      }
    }
    if (skus.size() < identities.size()) {
      return identities.stream()
          .map(one -> Keys.nativeId(one, "products are found by native id or article number only"))
          .map(id -> fetch(List.of(id)))
          .toList();
    }
    List<JsonNode> rows = new ArrayList<>();
    String field = configuration.skus().field();
    ODataQuery query = ODataQuery.of(ItemParts.ITEMS).select(List.of("id", field));
    Wanted.read(company, Wanted.byTexts(query, field, skus, rows::addAll));
    List<Document> found = fetch(rows.stream().map(row -> Json.text(row, "id", "")).toList());
    return skus.stream().map(sku -> numbered(found, sku)).toList();
  }

  private static List<Document> numbered(List<Document> found, String sku) {
    return found.stream().filter(d -> sku.equalsIgnoreCase(d.number())).toList();
  }

  @Override
  public List<Document> fetch(List<String> ids) {
    List<String> asked = ids.stream().filter(Company::isId).distinct().toList();
    if (asked.isEmpty()) {
      return List.of();
    }
    ItemParts parts = ItemParts.read(company, joined, asked, Set.of());
    if (parts.items().isEmpty()) {
      return List.of();
    }
    ProductContents contents = contents(parts);
    return parts.items().values().stream().map(item -> contents.full(item, pictures)).toList();
  }

  /** The cursor is the service's next link. */
  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    ODataQuery ids = ODataQuery.of(ItemParts.ITEMS).select(List.of("id"));
    ODataPage page = Keys.page(company, ids, from, limit);
    List<String> found = page.values().stream().map(item -> Json.text(item, "id", "")).toList();
    return Keys.upTo(page, thin(found, Set.of()));
  }
}

package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataPage;
import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    return fetch(List.of(Keys.nativeId(identity, "products are found by native id only")));
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

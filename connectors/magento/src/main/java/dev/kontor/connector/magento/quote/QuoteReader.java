package dev.kontor.connector.magento.quote;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import dev.kontor.connector.magento.changes.FoundRows;
import dev.kontor.connector.magento.changes.RowChanges;
import dev.kontor.connector.magento.order.OrderIds;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads quotes among the carts, as the shop has no list of quotes: two calls more for each, for
 * what was said and who asks.
 */
public final class QuoteReader implements Reader {

  private static final int MOST_FULL = 50;

  private final MagentoApi api;
  private final MagentoSettings settings;
  private final RowChanges changes;
  private final QuoteShape shape;

  public QuoteReader(MagentoApi api, MagentoSettings settings) {
    this.api = api;
    this.settings = settings;
    this.changes = new RowChanges(api, Carts.PATH, "id", settings.overlap(), this::ofTheStores);
    this.shape = new QuoteShape(settings.zone());
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    FoundRows found = changes.since(from, limit);
    return new Page(thin(found.rows()), found.next(), found.more());
  }

  private static List<Document> thin(List<JsonNode> carts) {
    return quotes(carts).stream().map(quote -> quote.document(null)).toList();
  }

  private static List<ShopQuote> quotes(List<JsonNode> carts) {
    return carts.stream().map(ShopQuote::new).filter(ShopQuote::isQuote).toList();
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.NativeId(String id) -> fetch(List.of(id));
      case Identity.ExternalReference(String number) -> fetch(List.of(number));
      case Identity.Match _ ->
          throw new FaultException(
              new Fault.Unsupported("quotes of Magento are found by their number only"));
    };
  }

  @Override
  public List<Document> fetch(List<String> ids) {
    List<Document> found = new ArrayList<>();
    List<String> known = ids.stream().filter(OrderIds::isId).distinct().toList();
    for (int at = 0; at < known.size(); at += MOST_FULL) {
      List<String> some = known.subList(at, Math.min(known.size(), at + MOST_FULL));
      full(quotes(new Carts(api).of(some)), found);
    }
    return found;
  }

  private void full(List<ShopQuote> quotes, List<Document> found) {
    Map<String, JsonNode> companies = new HashMap<>();
    for (ShopQuote quote : quotes) {
      JsonNode said = api.get("negotiableQuote/" + quote.id() + "/comments");
      String company = QuoteShape.company(quote);
      JsonNode json =
          settings.companies() && !company.equals("0")
              ? companies.computeIfAbsent(company, id -> api.get("company/" + id))
              : null;
      found.add(quote.document(shape.content(quote, said, json)));
    }
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    int size = Math.min(limit, SearchCriteria.MAX_SIZE);
    String last = from == null ? "0" : from.value();
    SearchCriteria criteria =
        ofTheStores(new SearchCriteria(size)).above("entity_id", last).ascending("entity_id");
    List<JsonNode> carts = api.search(Carts.PATH, criteria);
    String next = carts.isEmpty() ? last : carts.getLast().path("id").asString(last);
    return new Page(thin(carts), new Cursor(next), carts.size() == size);
  }

  private SearchCriteria ofTheStores(SearchCriteria criteria) {
    return settings.storeIds().isEmpty()
        ? criteria
        : criteria.anyOf("store_id", settings.storeIds());
  }
}

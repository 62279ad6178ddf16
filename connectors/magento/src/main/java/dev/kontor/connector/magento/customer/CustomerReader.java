package dev.kontor.connector.magento.customer;

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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads accounts. What a company owes is looked at, as that moves no account's time; the rest of
 * its data is not.
 */
public final class CustomerReader implements Reader {

  private static final int MOST_FULL = 100;
  private static final String PATH = "customers/search";

  private final MagentoApi api;
  private final MagentoSettings settings;
  private final RowChanges changes;
  private final Companies companies;
  private final AccountShape shape;

  public CustomerReader(MagentoApi api, MagentoSettings settings, InstantSource clock) {
    this.api = api;
    this.settings = settings;
    this.changes = new RowChanges(api, PATH, "id", settings.overlap(), this::ofTheStores);
    this.companies = new Companies(api);
    this.shape = new AccountShape(settings, new Groups(api, clock));
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    CreditNews news = CreditNews.of(from);
    FoundRows found = changes.since(news.accounts(), limit);
    if (!settings.companies()) {
      return new Page(thin(found.rows(), null), found.next(), found.more());
    }
    CreditStates states = CreditStates.now(api);
    List<JsonNode> rows = new ArrayList<>(found.rows());
    int room = limit - rows.size();
    if (found.more() || room == 0) {
      return new Page(thin(rows, states), news.and(found.next(), news.credits()), true);
    }
    Page owed = news.since(states, room);
    Set<String> there = rows.stream().map(row -> new Account(row).id()).collect(Collectors.toSet());
    rows.addAll(
        rowsOf(
            owed.documents().stream()
                .map(Document::id)
                .filter(id -> !there.contains(id))
                .toList()));
    return new Page(thin(rows, states), news.and(found.next(), owed.next()), owed.more());
  }

  private static List<Document> thin(List<JsonNode> rows, @Nullable CreditStates states) {
    return rows.stream()
        .map(Account::new)
        .map(account -> account.document(states == null ? "" : states.of(account), null))
        .toList();
  }

  private @Nullable CreditStates states() {
    return settings.companies() ? CreditStates.now(api) : null;
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.NativeId(String id) -> fetch(List.of(id));
      case Identity.ExternalReference _, Identity.Match _ ->
          throw new FaultException(
              new Fault.Unsupported("accounts of Magento are found by their id only"));
    };
  }

  @Override
  public List<Document> fetch(List<String> ids) {
    return full(rowsOf(ids.stream().filter(OrderIds::isId).distinct().toList()));
  }

  private List<JsonNode> rowsOf(List<String> ids) {
    List<JsonNode> rows = new ArrayList<>();
    for (int at = 0; at < ids.size(); at += MOST_FULL) {
      List<String> some = ids.subList(at, Math.min(ids.size(), at + MOST_FULL));
      rows.addAll(rows(c -> c.anyOf("entity_id", some), MOST_FULL));
    }
    return rows;
  }

  private List<Document> full(List<JsonNode> rows) {
    List<Account> accounts = rows.stream().map(Account::new).toList();
    Map<String, Company> byId =
        settings.companies()
            ? companies.of(
                accounts.stream().filter(Account::hasCompany).map(Account::company).toList())
            : Map.of();
    return accounts.stream()
        .map(account -> document(account, byId.get(account.company())))
        .toList();
  }

  private Document document(Account account, @Nullable Company company) {
    return account.document(Company.state(company), shape.content(account, company));
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    int size = Math.min(limit, SearchCriteria.MAX_SIZE);
    String last = from == null ? "0" : from.value();
    List<JsonNode> rows = rows(c -> ofTheStores(c).above("entity_id", last), size);
    String next = rows.isEmpty() ? last : rows.getLast().path("id").asString(last);
    return new Page(thin(rows, states()), new Cursor(next), rows.size() == size);
  }

  private List<JsonNode> rows(UnaryOperator<SearchCriteria> narrowed, int size) {
    return api.search(PATH, narrowed.apply(new SearchCriteria(size)).ascending("entity_id"));
  }

  private SearchCriteria ofTheStores(SearchCriteria criteria) {
    return settings.storeIds().isEmpty()
        ? criteria
        : criteria.anyOf("store_id", settings.storeIds());
  }
}

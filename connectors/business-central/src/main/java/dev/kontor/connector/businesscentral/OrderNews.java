package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataClient;
import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Numbers of orders with which something happened: the order itself, or a document posted for it. A
 * credit memo does not name its order; it is found by the invoice it corrects or by the reference
 * it carries. A row of a partner's page leads to the document it is joined to.
 */
final class OrderNews {

  record Changed(Set<String> numbers, Cursor next, boolean more) {}

  static final List<String> SETS =
      List.of(
          OrderParts.ORDERS, OrderParts.SHIPMENTS, OrderParts.INVOICES, OrderParts.CREDIT_MEMOS);

  private final Company company;
  private final String referenceField;
  private final Supplier<ODataClient> standard;
  private final Supplier<ODataClient> app;
  private final JoinedPages joined;
  private final Sweeps sweeps;

  OrderNews(Configuration configuration, Company company) {
    this.company = company;
    this.referenceField = configuration.referenceField();
    this.standard = company::client;
    this.app = company.companion()::client;
    this.joined = new JoinedPages(configuration, company, Set.copyOf(SETS));
    this.sweeps = new Sweeps(this::sources, configuration.overlap());
  }

  private List<Sweeps.Source> sources() {
    List<Sweeps.Source> sources = new ArrayList<>();
    for (String set : SETS) {
      if (company.model().has(set)) {
        sources.add(new Sweeps.Source(set, standard, ODataQuery.of(set).select(fields(set)), true));
      }
    }
    if (company.companion().has(OrderParts.SHIPMENT_DETAILS)) {
      ODataQuery details =
          ODataQuery.of(OrderParts.SHIPMENT_DETAILS)
              .select(List.of("id", "orderNumber", "lastModifiedDateTime"));
      sources.add(new Sweeps.Source(OrderParts.SHIPMENT_DETAILS, app, details, false));
    }
    sources.addAll(joined.sources());
    return sources;
  }

  private List<String> fields(String set) {
    return company
        .model()
        .only(
            set,
            List.of(
                "id",
                "number",
                "orderNumber",
                "invoiceNumber",
                referenceField,
                "status",
                "lastModifiedDateTime"));
  }

  Changed read(@Nullable Cursor from, int limit) {
    Sweeps.Result result = sweeps.read(from, limit);
    Set<String> numbers = new TreeSet<>();
    List<JsonNode> memos = new ArrayList<>();
    for (Sweeps.Row row : result.rows()) {
      if (!row.set().startsWith(Join.FIELD)) {
        take(row.set(), List.of(row.entity()), numbers, memos);
      }
    }
    List<Wanted> wanted = new ArrayList<>();
    joined
        .changed(result.rows())
        .forEach(
            (join, keys) -> {
              ODataQuery query = ODataQuery.of(join.to()).select(fields(join.to()));
              if (join.to().equals(OrderParts.ORDERS) && !join.isById()) {
                numbers.addAll(keys);
              } else if (company.model().has(join.to())) {
                wanted.addAll(
                    join.documents(query, keys, rows -> take(join.to(), rows, numbers, memos)));
              }
            });
    Wanted.read(company, wanted);
    numbers.addAll(ordersOf(memos));
    return new Changed(numbers, result.next(), result.more());
  }

  private static void take(
      String set, List<JsonNode> rows, Set<String> numbers, List<JsonNode> memos) {
    switch (set) {
      case OrderParts.ORDERS -> rows.forEach(row -> add(numbers, row, "number"));
      case OrderParts.CREDIT_MEMOS -> memos.addAll(rows);
      default -> rows.forEach(row -> add(numbers, row, "orderNumber"));
    }
  }

  private static void add(Set<String> numbers, JsonNode row, String field) {
    String number = Json.text(row, field);
    if (number != null) {
      numbers.add(number);
    }
  }

  /** In one call, whatever the credit memos name. */
  private Set<String> ordersOf(List<JsonNode> memos) {
    Set<String> invoices = new TreeSet<>();
    Set<String> references = new TreeSet<>();
    memos.stream()
        .filter(OrderParts::isPosted)
        .forEach(
            memo -> {
              add(invoices, memo, "invoiceNumber");
              String reference = CreditMemos.orderReference(memo, referenceField);
              if (Json.text(memo, "invoiceNumber") == null && reference != null) {
                references.add(reference);
              }
            });
    return orders(invoices, references);
  }

  private Set<String> orders(Set<String> invoices, Set<String> references) {
    Set<String> numbers = new TreeSet<>();
    List<Wanted> wanted = new ArrayList<>();
    ODataQuery posted = ODataQuery.of(OrderParts.INVOICES).select(List.of("id", "orderNumber"));
    wanted.addAll(
        Wanted.byTexts(
            posted, "number", invoices, rows -> rows.forEach(r -> add(numbers, r, "orderNumber"))));
    for (String set : List.of(OrderParts.ORDERS, OrderParts.SHIPMENTS, OrderParts.INVOICES)) {
      String field = set.equals(OrderParts.ORDERS) ? "number" : "orderNumber";
      if (company.model().has(set, referenceField)) {
        wanted.addAll(
            Wanted.byTexts(
                ODataQuery.of(set).select(List.of("id", field)),
                referenceField,
                references,
                rows -> rows.forEach(row -> add(numbers, row, field))));
      }
    }
    Wanted.read(company, wanted);
    return numbers;
  }

  /** Numbers of the orders that carry a reference, open or posted. */
  Set<String> carrying(String reference) {
    return orders(Set.of(), Set.of(reference));
  }
}

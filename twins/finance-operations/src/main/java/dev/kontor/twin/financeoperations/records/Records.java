package dev.kontor.twin.financeoperations.records;

import dev.kontor.twin.financeoperations.schema.EntitySet;
import dev.kontor.twin.financeoperations.schema.Schema;
import dev.kontor.twin.kit.odata.Row;
import dev.kontor.twin.kit.odata.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tables of the system, apart by company and by what entity sets are views of. Companies and
 * key values are found whatever their case is.
 */
public final class Records {
  /** Where rows lie that belong to no company. */
  public static final String SHARED = "";

  private static final String KEY = "_key";

  /** Columns that rows are often found by, and which are written in one case only. */
  private static final Map<String, List<String>> INDEXED =
      Map.ofEntries(
          Map.entry("salesOrders", List.of("InvoiceCustomerAccountNumber")),
          Map.entry("salesLines", List.of("SalesOrderNumber")),
          Map.entry("quotationLines", List.of("SalesQuotationNumber")),
          Map.entry("addresses", List.of("CustomerAccountNumber")),
          Map.entry("invoices", List.of("InvoiceNumber")),
          Map.entry("invoiceLines", List.of("InvoiceNumber")),
          Map.entry("CustTransactions", List.of("AccountNum", "Invoice")),
          Map.entry("CustomerPaymentJournalLines", List.of("JournalBatchNumber")),
          Map.entry("OpenSalesPriceJournalLinesV2", List.of("TradeAgreementJournalNumber")),
          Map.entry("SalesPriceAgreements", List.of("ItemNumber")),
          Map.entry("ReleasedProductVariantsV2", List.of("ItemNumber")));

  private final Schema schema;
  private final Rows rows = new Rows();
  private final Map<String, List<String>> keys;
  private final Map<String, AtomicLong> sequences = new ConcurrentHashMap<>();

  public Records(Schema schema) {
    this.schema = schema;
    this.keys =
        schema.sets().stream()
            .collect(Collectors.toMap(EntitySet::source, Records::ownKeys, (a, b) -> a));
    INDEXED.forEach((source, columns) -> columns.forEach(column -> rows.indexed(source, column)));
  }

  private static List<String> ownKeys(EntitySet set) {
    return set.keys().stream().filter(key -> !key.equals("dataAreaId")).toList();
  }

  public Rows rows() {
    return rows;
  }

  public Schema schema() {
    return schema;
  }

  /** A new row of a company with everything at its initial value. */
  public ObjectNode blank(String company, String source) {
    ObjectNode row = schema.blank(source);
    if (row.has("dataAreaId")) {
      row.put("dataAreaId", company);
    }
    return row;
  }

  /** A copy of a row, by the values of its keys in order, without the company. */
  public Optional<ObjectNode> find(String company, String source, String... values) {
    return row(company, source, List.of(values)).map(row -> row.data().deepCopy());
  }

  /** The row itself. */
  public Optional<Row> row(String company, String source, List<String> values) {
    return rows.find(company, source, key(values));
  }

  /** Copies of rows with this value, in insertion order. */
  public List<ObjectNode> where(String company, String source, String column, String value) {
    return rows.matching(company, source, column, value).stream()
        .map(row -> row.data().deepCopy())
        .toList();
  }

  /** The stored rows with this value themselves, to be read only. */
  public Stream<ObjectNode> seen(String company, String source, String column, String value) {
    return rows.matching(company, source, column, value).stream().map(Row::data);
  }

  /** The highest number among rows with this value; 0 without any. */
  public BigDecimal highest(
      String company, String source, String column, String value, String field) {
    return seen(company, source, column, value)
        .map(row -> number(row, field))
        .reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  /** The lines of an order, in order. */
  public List<ObjectNode> lines(ObjectNode order) {
    return where(
        text(order, "dataAreaId"),
        "salesLines",
        "SalesOrderNumber",
        text(order, "SalesOrderNumber"));
  }

  public Collection<Row> all(String company, String source) {
    return rows.all(company, source);
  }

  /** Stores a row inside a transaction. */
  public ObjectNode put(String source, ObjectNode row) {
    row.put(KEY, key(List.of(keyValues(source, row))));
    rows.put(company(row), source, row);
    return row;
  }

  public void remove(String source, ObjectNode row) {
    rows.remove(company(row), source, key(List.of(keyValues(source, row))));
  }

  /** Whether a row with this one's key is there. */
  public boolean has(String source, ObjectNode row) {
    return rows.find(company(row), source, key(List.of(keyValues(source, row)))).isPresent();
  }

  /** The values of a row's keys in order, without the company. */
  public String[] keyValues(String source, ObjectNode row) {
    return keys.getOrDefault(source, List.of()).stream()
        .map(k -> keyText(row.path(k)))
        .toArray(String[]::new);
  }

  /** A key value as it is compared: numbers without needless digits. */
  public static String keyText(JsonNode value) {
    return value.isNumber()
        ? value.decimalValue().stripTrailingZeros().toPlainString()
        : value.asString("");
  }

  private static String company(ObjectNode row) {
    return text(row, "dataAreaId");
  }

  private static String key(List<String> values) {
    return String.join("|", values).toLowerCase(Locale.ROOT);
  }

  /** The next number of a sequence; numbers drawn in vain are lost. */
  public String next(String company, String sequence, String format) {
    long number =
        sequences
            .computeIfAbsent(company + "/" + sequence, s -> new AtomicLong())
            .incrementAndGet();
    return String.format(Locale.ROOT, format, number);
  }

  /** Rows of every company that are such. */
  public <T> List<T> each(
      Collection<String> companies, String source, Function<ObjectNode, T> told) {
    List<T> all = new ArrayList<>();
    companies.forEach(c -> rows.all(c, source).forEach(row -> all.add(told.apply(row.data()))));
    return all;
  }

  public static String text(JsonNode row, String field) {
    return row.path(field).asString("");
  }

  public static BigDecimal number(JsonNode row, String field) {
    JsonNode value = row.path(field);
    return value.isNumber()
        ? value.decimalValue()
        : value.isString() && !value.asString().isEmpty()
            ? new BigDecimal(value.asString())
            : BigDecimal.ZERO;
  }

  public static boolean yes(JsonNode row, String field) {
    return row.path(field).asString("").equals("Yes");
  }
}

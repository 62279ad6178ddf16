package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Small tables of Business Central that orders refer to by code, remembered for some minutes. */
final class CodeLists {

  static final String TERMS = "paymentTerms";
  static final String PAYMENT_METHODS = "paymentMethods";
  static final String SHIPMENT_METHODS = "shipmentMethods";
  static final String DIMENSIONS = "dimensions";

  /** Read only where a setting names codes of them. */
  static final List<String> SETS = List.of(TERMS, PAYMENT_METHODS, SHIPMENT_METHODS, DIMENSIONS);

  private static final String VALUES = "dimensionValues";

  private final Company company;
  private final Remembered<Map<String, String>> lists;

  CodeLists(Company company) {
    this.company = company;
    this.lists = new Remembered<>(company.clock());
  }

  /** What must be read to know these tables. */
  List<Wanted> unread(Collection<String> sets) {
    return sets.stream()
        .filter(set -> lists.get(set) == null)
        .map(set -> new Wanted(query(set), found -> keep(set, found.entities())))
        .toList();
  }

  /** Ids by code, whatever its case; of dimensions also those of their values. */
  Map<String, String> of(String set) {
    Wanted.read(company, unread(List.of(set)));
    return Objects.requireNonNull(lists.get(set));
  }

  /** How {@link #of} names a value of a dimension. */
  static String value(String dimension, String code) {
    return dimension + " " + code;
  }

  private static ODataQuery query(String set) {
    ODataQuery query = ODataQuery.of(set);
    return set.equals(DIMENSIONS) ? query.expand(VALUES) : query;
  }

  private void keep(String set, List<JsonNode> rows) {
    Map<String, String> ids = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (JsonNode row : rows) {
      String code = Json.text(row, "code", "");
      ids.put(code, Json.text(row, "id", ""));
      for (JsonNode of : row.path(VALUES)) {
        ids.put(value(code, Json.text(of, "code", "")), Json.text(of, "id", ""));
      }
    }
    lists.put(set, ids);
  }
}

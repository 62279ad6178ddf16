package dev.kontor.connector.businesscentral;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The least that must be done to an open order so that it says what is wanted. Pure: it compares
 * two states, so that it can be computed again after a lost answer.
 *
 * @param header fields to change
 * @param changed by the line as read: the fields to change
 * @param removed lines as read
 * @param added lines to insert
 * @param details fields of the companion app's page to change
 * @param fixed header fields that differ but cannot be changed on an order with lines
 */
record Amendment(
    ObjectNode header,
    Map<JsonNode, ObjectNode> changed,
    List<JsonNode> removed,
    List<JsonNode> added,
    ObjectNode details,
    List<String> fixed) {

  private static final String LINES = "salesOrderLines";

  /** What is no field of the header. */
  private static final Set<String> PARTS =
      Set.of(LINES, EntryTerms.DIMENSION_LINES, OrderDetails.SET, Join.FIELD);

  /** Changing these would make Business Central write every line anew, at its own prices. */
  private static final Set<String> FIXED =
      Set.of("currencyCode", "pricesIncludeTax", "customerId", "customerNumber");

  /** Fields whose values are codes, which are compared without case. */
  private static final List<String> CODES = List.of("Country", "Code", "Number", "Id");

  /**
   * @param before what was last written, null if that is not known: terms that people may have
   *     changed since are written only if the shop changed them
   */
  static Amendment of(JsonNode order, JsonNode wanted, @Nullable JsonNode before) {
    ObjectNode header = Json.object();
    List<String> fixed = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : wanted.properties()) {
      String name = field.getKey();
      boolean left =
          PARTS.contains(name)
              || (EntryTerms.FIELDS.contains(name) && !isNew(name, field.getValue(), before));
      if (!left && !same(name, order.path(name), field.getValue())) {
        if (FIXED.contains(name)) {
          fixed.add(name);
        } else {
          header.set(name, field.getValue());
        }
      }
    }
    Amendment amendment =
        new Amendment(
            header,
            new LinkedHashMap<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            Json.object(),
            fixed);
    amendment.lines(order.path(LINES), wanted.path(LINES));
    return amendment;
  }

  private static boolean isNew(String name, JsonNode wanted, @Nullable JsonNode before) {
    return before != null && before.has(name) && !same(name, before.path(name), wanted);
  }

  private static boolean same(String name, JsonNode is, JsonNode wanted) {
    String one = is.isMissingNode() || is.isNull() ? "" : is.asString("").strip();
    String other = wanted.isNull() ? "" : wanted.asString("").strip();
    boolean code = CODES.stream().anyMatch(name::endsWith);
    return code ? one.equalsIgnoreCase(other) : one.equals(other);
  }

  /** Equal lines stay; then lines about the same are changed; the rest goes or comes. */
  private void lines(JsonNode are, JsonNode wanted) {
    List<JsonNode> left = new ArrayList<>();
    are.forEach(
        line -> {
          if (!AmendedLine.isComment(line)) {
            left.add(line);
          }
        });
    List<JsonNode> open = new ArrayList<>();
    wanted.forEach(
        line -> {
          if (!AmendedLine.isComment(line)) {
            open.add(line);
          }
        });
    pair(left, open, (line, want) -> LineChanges.of(line, want).isEmpty());
    pair(left, open, (line, want) -> true);
    removed.addAll(left);
    added.addAll(open);
  }

  private void pair(
      List<JsonNode> left, List<JsonNode> open, BiPredicate<JsonNode, JsonNode> also) {
    for (JsonNode want : List.copyOf(open)) {
      left.stream()
          .filter(line -> AmendedLine.isAbout(line, want) && also.test(line, want))
          .findFirst()
          .ifPresent(
              line -> {
                left.remove(line);
                open.remove(want);
                ObjectNode changes = LineChanges.of(line, want);
                if (!changes.isEmpty()) {
                  changed.put(line, changes);
                }
              });
    }
  }

  /** The same, and these fields of the companion app's page. */
  Amendment with(ObjectNode more) {
    return new Amendment(header, changed, removed, added, more, fixed);
  }

  boolean isNothing() {
    return details.isEmpty() && isDetailsOnly();
  }

  /** Whether all that API v2.0 shows is as wanted. */
  boolean isDetailsOnly() {
    return header.isEmpty()
        && changed.isEmpty()
        && removed.isEmpty()
        && added.isEmpty()
        && fixed.isEmpty();
  }

  /** Lines that would change although pieces of them left or were invoiced. */
  List<JsonNode> posted() {
    return Stream.concat(changed.keySet().stream(), removed.stream())
        .filter(AmendedLine::isPosted)
        .toList();
  }

  /** What would be done, one part per difference, for people. Shows no address or name. */
  String inWords() {
    List<String> told = new ArrayList<>();
    fixed.forEach(field -> told.add(field + " differs"));
    header.propertyNames().forEach(field -> told.add(field + " differs"));
    details.propertyNames().forEach(field -> told.add(field + " differs"));
    changed.forEach(
        (line, changes) -> {
          ObjectNode wanted = ((ObjectNode) line).deepCopy();
          wanted.setAll(changes);
          told.add(LineInWords.of(line) + " should be " + LineInWords.of(wanted));
        });
    removed.forEach(line -> told.add(LineInWords.of(line) + " should not be there"));
    added.forEach(line -> told.add(LineInWords.of(line) + " is missing"));
    return String.join("; ", told);
  }
}

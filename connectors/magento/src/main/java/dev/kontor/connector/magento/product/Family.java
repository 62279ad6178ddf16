package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.spi.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An article with variants: one product that buyers find, and those among which they choose. Rows
 * of the shop are given by {@link OpenPieces#key}.
 *
 * @param parent what it is beside its variants
 * @param gone numbers of those that are variants no more
 */
record Family(Wanted parent, List<Choice> choices, List<Child> children, List<String> gone) {

  private static final String CONFIGURABLE = Kind.PARENT.type();
  private static final Set<String> CHOSEN = Set.of("simple", "virtual");

  /**
   * A product stays of the kind it was made.
   *
   * @throws dev.kontor.spi.FaultException if the shop has one of another kind
   */
  void check(Map<String, JsonNode> rows) {
    String type = type(rows.get(OpenPieces.key(parent.sku())), CONFIGURABLE);
    if (!type.equals(CONFIGURABLE)) {
      throw Article.wrong(
          "sku",
          "is a "
              + type
              + " article in the shop, which cannot get variants; delete it there, or give the"
              + " article another number, then resubmit");
    }
    for (Child child : children) {
      String kind = type(rows.get(child.key()), Kind.VARIANT.type());
      if (!CHOSEN.contains(kind)) {
        throw Article.wrong(
            "variants",
            child.product().sku() + " is a " + kind + " article in the shop, which is no variant");
      }
    }
  }

  private static String type(@Nullable JsonNode row, String otherwise) {
    return row == null ? otherwise : row.path("type_id").asString(otherwise);
  }

  /** A variant that buyers found by itself until now is found through its article only. */
  Part joining(Part part, Map<String, JsonNode> rows) {
    JsonNode row = rows.get(OpenPieces.key(part.wanted().sku()));
    if (row == null || part.onlyThere() || links(rows).contains(id(row))) {
      return part;
    }
    JsonNode hidden = JsonNodeFactory.instance.numberNode(Kind.VARIANT.visibility());
    return new Part(part.view(), part.wanted().with("visibility", hidden), false);
  }

  /**
   * What the article must not sell while its variants are changed: nothing if it is blocked, else
   * none that becomes another one.
   *
   * @return null if it is not in the shop yet
   */
  @Nullable Wanted before(Map<String, JsonNode> rows) {
    if (!rows.containsKey(OpenPieces.key(parent.sku()))) {
      return null;
    }
    Map<Integer, String> changing = new LinkedHashMap<>();
    for (Child child : children) {
      JsonNode row = rows.get(child.key());
      if (row != null && !child.isSettled(row)) {
        changing.put(id(row), child.product().sku());
      }
    }
    changing.keySet().retainAll(links(rows));
    JsonNode status = parent.fields().get("status");
    boolean blocked = status != null && status.asInt(0) == Rows.DISABLED;
    Map<String, JsonNode> fields = blocked ? Map.of("status", status) : Map.of();
    Wanted off = Wanted.of(parent.sku(), fields, Map.of());
    return changing.isEmpty() ? off : off.with(new Variations(List.of(), Map.of(), changing));
  }

  /** All of the article, once its variants are there. */
  Wanted whole(Map<String, JsonNode> rows) {
    Map<Integer, String> in = new LinkedHashMap<>();
    children.forEach(child -> put(in, child.product().sku(), rows));
    Map<Integer, String> out = new LinkedHashMap<>();
    gone.forEach(sku -> put(out, sku, rows));
    return parent.with(new Variations(choices, in, out));
  }

  private static void put(Map<Integer, String> ids, String sku, Map<String, JsonNode> rows) {
    JsonNode row = rows.get(OpenPieces.key(sku));
    if (row != null) {
      ids.put(id(row), sku);
    }
  }

  /** Numbers of variants that must be read again once they were written. */
  List<String> unsettled(Map<String, JsonNode> rows) {
    return children.stream()
        .filter(child -> !child.isSettled(rows.get(child.key())))
        .map(child -> child.product().sku())
        .toList();
  }

  /** Why the article cannot be written though its variants were, null if it can. */
  @Nullable Fault fault(Map<String, JsonNode> rows) {
    for (Child child : children) {
      JsonNode row = rows.get(child.key());
      if (row == null) {
        return new Fault.Conflict(
            "the shop does not show variant " + child.product().sku() + " yet");
      }
      if (!child.isSettled(row)) {
        return new Fault.Invalid(
            "variants",
            child.product().sku()
                + " does not keep what buyers choose it by; its attribute set in the shop must have"
                + " "
                + String.join(", ", child.chosen().keySet()),
            null);
      }
    }
    return null;
  }

  private Set<Integer> links(Map<String, JsonNode> rows) {
    JsonNode row = rows.get(OpenPieces.key(parent.sku()));
    return row == null ? Set.of() : Variations.links(row);
  }

  private static int id(JsonNode row) {
    return row.path("id").asInt(0);
  }
}

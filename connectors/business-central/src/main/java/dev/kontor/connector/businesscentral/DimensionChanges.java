package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Dimensions that an edit in the shop changes. Lines got theirs when they were inserted and do not
 * follow the header, and people may have given them others: that is left to a person.
 */
final class DimensionChanges {

  private final Company company;

  DimensionChanges(Company company) {
    this.company = company;
  }

  /** Why the edit must wait for a person; null if it changes none, or the order has them. */
  @Nullable Fault refusal(JsonNode order, Write write) {
    Map<String, String> changed = changed(write);
    if (changed.isEmpty()) {
      return null;
    }
    String path = OData.key(OrderParts.ORDERS, Json.text(order, "id", ""));
    Map<String, String> there =
        values(company.client().all(ODataQuery.of(path + "/" + EntryTerms.DIMENSION_LINES)));
    List<String> wanted = new ArrayList<>();
    changed.forEach(
        (code, value) -> {
          if (!value.equalsIgnoreCase(there.getOrDefault(code, ""))) {
            wanted.add(code + " " + value + " instead of " + there.getOrDefault(code, "none"));
          }
        });
    return wanted.isEmpty() ? null : refusal(Json.text(order, "number", ""), wanted);
  }

  private static Fault refusal(String number, List<String> wanted) {
    return new Fault.Invalid(
        EntryTerms.DIMENSION_LINES,
        "the change in the shop gives order "
            + number
            + " other dimensions: "
            + String.join(", ", wanted)
            + ". Set them in Business Central on the order and its lines and resubmit this change, or"
            + " correct the order by hand and discard this change",
        null);
  }

  /** What is wanted now of those that were wanted otherwise when they were last written. */
  private static Map<String, String> changed(Write write) {
    JsonNode before = write.before();
    Map<String, String> changed = new TreeMap<>();
    if (before != null) {
      Map<String, String> old = values(before.path(EntryTerms.DIMENSION_LINES));
      values(write.content().path(EntryTerms.DIMENSION_LINES))
          .forEach(
              (code, value) -> {
                if (old.containsKey(code) && !value.equals(old.get(code))) {
                  changed.put(code, value);
                }
              });
    }
    return changed;
  }

  private static Map<String, String> values(Iterable<JsonNode> lines) {
    Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    lines.forEach(
        line -> values.put(Json.text(line, "code", ""), Json.text(line, "valueCode", "")));
    return values;
  }
}

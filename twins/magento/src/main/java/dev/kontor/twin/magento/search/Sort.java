package dev.kontor.twin.magento.search;

import java.util.Comparator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One order of the found rows; a row without the value comes first upwards. */
record Sort(String field, boolean upwards) {

  Comparator<ObjectNode> in(Columns columns) {
    Kind kind = columns.kind(field);
    Comparator<ObjectNode> comparator =
        (one, other) -> {
          JsonNode left = columns.of(one, field);
          JsonNode right = columns.of(other, field);
          if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
          }
          return Comparison.of(kind, left, right);
        };
    return upwards ? comparator : comparator.reversed();
  }
}

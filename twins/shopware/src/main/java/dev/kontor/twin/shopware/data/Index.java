package dev.kontor.twin.shopware.data;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Ids of one entity's rows by the value of some of its text fields, without case. */
final class Index {
  private final Map<String, Map<String, Set<String>>> byField = new HashMap<>();

  Index(Collection<String> fields) {
    fields.forEach(f -> byField.put(f, new HashMap<>()));
  }

  boolean covers(String field) {
    return byField.containsKey(field);
  }

  List<String> ids(String field, String value) {
    return List.copyOf(byField.getOrDefault(field, Map.of()).getOrDefault(folded(value), Set.of()));
  }

  void replace(String id, @Nullable ObjectNode before, @Nullable ObjectNode after) {
    byField.forEach(
        (field, values) -> {
          String old = value(before, field);
          String fresh = value(after, field);
          if (Objects.equals(old, fresh)) {
            return;
          }
          if (old != null) {
            values.computeIfPresent(old, (v, ids) -> ids.remove(id) && ids.isEmpty() ? null : ids);
          }
          if (fresh != null) {
            values.computeIfAbsent(fresh, v -> new LinkedHashSet<>()).add(id);
          }
        });
  }

  private static @Nullable String value(@Nullable ObjectNode row, String field) {
    String text = row == null ? null : Values.text(row, field);
    return text == null ? null : folded(text);
  }

  private static String folded(String value) {
    return value.toLowerCase(Locale.ROOT);
  }
}

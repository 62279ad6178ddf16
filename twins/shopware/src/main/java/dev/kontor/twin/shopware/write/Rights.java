package dev.kontor.twin.shopware.write;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The privileges that the rows written in one call need. */
final class Rights {
  private final Set<String> needed = new LinkedHashSet<>();

  void write(String entity, boolean known) {
    needed.add(entity + (known ? ":update" : ":create"));
  }

  void delete(String entity) {
    needed.add(entity + ":delete");
  }

  List<String> needed() {
    return List.copyOf(needed);
  }
}

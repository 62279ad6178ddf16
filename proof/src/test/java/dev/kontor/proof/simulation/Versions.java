package dev.kontor.proof.simulation;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Every version of a system's customers, numbered in the order they came about. */
final class Versions {

  private final World world;
  private final Map<String, Document> newest = new HashMap<>();
  private final List<Document> all = new ArrayList<>();

  Versions(World world) {
    this.world = world;
  }

  /** The number of the new version. */
  int add(String id, JsonNode shown) {
    String version = String.valueOf(all.size() + 1);
    Document document =
        new Document(EntityType.CUSTOMER, id, id, version, world.now(), false, shown.deepCopy());
    all.add(document);
    newest.put(id, document);
    return all.size();
  }

  /** Of a customer as he is now. */
  String of(String id) {
    return Objects.requireNonNull(newest.get(id)).version();
  }

  List<Document> all() {
    return all;
  }

  List<Document> fetch(List<String> ids) {
    return ids.stream().map(newest::get).filter(Objects::nonNull).toList();
  }
}

package dev.kontor.proof.simulation;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ERP's articles: of each only its present name counts. */
final class Catalogue {

  private final World world;
  private final Map<String, String> names = new TreeMap<>();
  private final List<Document> changes = new ArrayList<>();

  Catalogue(World world) {
    this.world = world;
  }

  void name(String sku, String name) {
    names.put(sku, name);
    changes.add(document(sku, false));
    world.trace().add("ERP calls " + sku + " " + name);
  }

  void remove(String sku) {
    names.remove(sku);
    changes.add(document(sku, true));
    world.trace().add("ERP removes article " + sku);
  }

  Map<String, String> names() {
    return names;
  }

  List<Document> changes() {
    return changes;
  }

  List<Document> fetch(List<String> skus) {
    return skus.stream().filter(names::containsKey).map(sku -> document(sku, false)).toList();
  }

  private Document document(String sku, boolean deleted) {
    return new Document(
        EntityType.PRODUCT,
        sku,
        sku,
        "v" + changes.size(),
        World.BEGIN,
        deleted,
        deleted
            ? null
            : ModelJson.mapper().createObjectNode().put("sku", sku).put("name", names.get(sku)));
  }
}

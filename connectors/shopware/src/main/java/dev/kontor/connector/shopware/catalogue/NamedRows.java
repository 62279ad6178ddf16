package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.api.SyncBatch;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows that people know by name, such as manufacturers: the shop's own of that name is used, else
 * the one the hub made before, whatever it is called by now, else one is made. Its texts belong to
 * the shop's people from then on.
 */
final class NamedRows {

  /**
   * A name within what it belongs to.
   *
   * @param owner id of the group an option belongs to, empty for rows that stand alone
   */
  record Key(String owner, String name) {

    static Key of(String owner, String name) {
      return new Key(owner, name.strip().toLowerCase(Locale.ROOT));
    }
  }

  private final ShopwareApi api;
  private final ShopwareSettings settings;
  private final String entity;
  private final String field;
  private final @Nullable String ownerField;
  private final Map<Key, String> known = new HashMap<>();
  private final Set<String> ids = new HashSet<>();

  /**
   * @param field the name stands in
   * @param ownerField with the id of what a row belongs to, null if it stands alone
   */
  NamedRows(
      ShopwareApi api,
      ShopwareSettings settings,
      String entity,
      String field,
      @Nullable String ownerField) {
    this.api = api;
    this.settings = settings;
    this.entity = entity;
    this.field = field;
    this.ownerField = ownerField;
  }

  /** Looks for all of them in one search. */
  void look(Collection<Key> keys) {
    if (keys.isEmpty()) {
      return;
    }
    Set<String> names = new TreeSet<>();
    Set<String> own = new TreeSet<>();
    keys.forEach(key -> names.add(key.name()));
    keys.forEach(key -> own.add(newId(key)));
    Criteria criteria =
        new Criteria(Criteria.MAX_LIMIT)
            .named(field, names, own)
            .include(entity, fields())
            .ascending("id");
    if (ownerField != null) {
      criteria.anyOf(ownerField, keys.stream().map(Key::owner).distinct().toList());
    }
    for (JsonNode row : api.statedAll(entity.replace('_', '-'), criteria)) {
      String id = ShopRow.id(row);
      String owner = ownerField == null ? "" : row.path(ownerField).asString("");
      ids.add(id);
      known.putIfAbsent(Key.of(owner, row.path(field).asString("")), id);
    }
  }

  /**
   * The id of the row with that name.
   *
   * @param fill completes a row that has to be made
   */
  String id(int document, Key key, SyncBatch sync, Consumer<ObjectNode> fill) {
    String id = known.get(key);
    if (id != null) {
      return id;
    }
    String made = newId(key);
    if (!ids.contains(made)) {
      ObjectNode row = ShopRow.of(made);
      if (ownerField != null) {
        row.put(ownerField, key.owner());
      }
      fill.accept(row);
      sync.upsert(document, entity, row);
    }
    return made;
  }

  private String newId(Key key) {
    return settings.id(entity, key.owner(), key.name());
  }

  private List<String> fields() {
    return ownerField == null ? List.of("id", field) : List.of("id", field, ownerField);
  }
}

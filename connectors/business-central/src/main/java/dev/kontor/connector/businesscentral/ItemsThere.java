package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Items as they are before they are written, with variants and what is joined to them. */
final class ItemsThere {

  /**
   * What is to be written.
   *
   * @param id of the item, null if it is not known to be there
   */
  record Key(@Nullable String id, JsonNode content) {}

  private final Company company;
  private final Joined joined;

  ItemsThere(Configuration configuration, Company company) {
    this.company = company;
    this.joined = new Joined(new JoinedPages(configuration, company, Set.of(ItemParts.ITEMS)));
  }

  /** In one call, and one more for each partner's app. */
  List<JsonNode> read(List<Key> keys) {
    List<String> ids = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (Key key : keys) {
      if (key.id() != null && Company.isId(key.id())) {
        ids.add(key.id());
      } else {
        numbers.add(Json.text(key.content(), ItemPreparation.NUMBER, ""));
      }
    }
    numbers.removeIf(String::isEmpty);
    List<JsonNode> items = new ArrayList<>();
    ODataQuery query = ODataQuery.of(ItemParts.ITEMS).expand(ItemPreparation.VARIANTS);
    List<Wanted> wanted = new ArrayList<>(Wanted.byIds(query, "id", ids, items::addAll));
    wanted.addAll(Wanted.byTexts(query, ItemPreparation.NUMBER, numbers, items::addAll));
    Wanted.read(company, wanted);
    joined.put(items);
    return items;
  }

  /** By id if it is known, else by number; null if it is not there. */
  static @Nullable JsonNode find(List<JsonNode> items, @Nullable String id, JsonNode content) {
    String field = id == null ? ItemPreparation.NUMBER : "id";
    String value = id == null ? Json.text(content, ItemPreparation.NUMBER, "") : id;
    return items.stream()
        .filter(item -> value.equalsIgnoreCase(Json.text(item, field, "")))
        .findFirst()
        .orElse(null);
  }
}

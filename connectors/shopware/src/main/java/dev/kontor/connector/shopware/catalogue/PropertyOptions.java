package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.api.SyncBatch;
import java.util.Collection;
import java.util.List;

/** Property groups and their options, found by name: a shop's own "Colour" is used. */
final class PropertyOptions {

  private final Wording wording;
  private final NamedRows groups;
  private final NamedRows options;

  /** For one batch; two searches, whatever its size. */
  PropertyOptions(
      ShopwareApi api, ShopwareSettings settings, Wording wording, Collection<Article> articles) {
    this.wording = wording;
    this.groups = new NamedRows(api, settings, "property_group", "name", null);
    this.options = new NamedRows(api, settings, "property_group_option", "name", "groupId");
    List<Property> all =
        articles.stream().flatMap(article -> article.allProperties().stream()).distinct().toList();
    groups.look(all.stream().map(this::group).distinct().toList());
    SyncBatch notSent = new SyncBatch();
    options.look(all.stream().map(property -> option(0, property, notSent)).distinct().toList());
  }

  /** The option's id; it and its group are made if the shop has none of that name. */
  String id(int document, Property property, SyncBatch sync) {
    return options.id(
        document,
        option(document, property, sync),
        sync,
        row -> {
          row.set("translations", wording.translations(property.value(), property.valueTexts()));
        });
  }

  private NamedRows.Key option(int document, Property property, SyncBatch sync) {
    return NamedRows.Key.of(
        groupId(document, property, sync),
        wording.systemName(property.value(), property.valueTexts()));
  }

  /** The id of the group the property belongs to. */
  String groupId(int document, Property property, SyncBatch sync) {
    return groups.id(
        document,
        group(property),
        sync,
        row -> {
          row.put("displayType", "text").put("sortingType", "alphanumeric");
          row.put("filterable", true).put("visibleOnProductDetailPage", true);
          row.set("translations", wording.translations(property.group(), property.groupTexts()));
        });
  }

  private NamedRows.Key group(Property property) {
    return NamedRows.Key.of("", wording.systemName(property.group(), property.groupTexts()));
  }
}

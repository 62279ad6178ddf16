package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * A partner's page whose rows belong to documents of one entity set of API v2.0.
 *
 * @param name by which overlays know it
 * @param soap name of the SOAP page service it is published as; blank for an API page
 * @param api its route: publisher, group and version; blank for a SOAP page service, as is the next
 * @param to the entity set of the documents
 * @param key field of the page that says to which document a row belongs
 * @param field of the document that {@code key} holds, number or id
 * @param many whether several rows may belong to one document
 */
record Join(
    String name,
    String soap,
    String api,
    String entitySet,
    String to,
    String key,
    String field,
    boolean many) {

  /** The setting, and the field of documents that holds what the pages say. */
  static final String FIELD = "joined";

  static List<Join> of(Settings settings) {
    List<Join> joins = new ArrayList<>();
    settings
        .node(FIELD)
        .properties()
        .forEach(
            one -> {
              JsonNode set = one.getValue();
              joins.add(
                  new Join(
                      one.getKey(),
                      Json.text(set, "soap", ""),
                      Json.text(set, "api", ""),
                      Json.text(set, "entitySet", ""),
                      Json.text(set, "to", ""),
                      Json.text(set, "key", ""),
                      Json.text(set, "field", "number"),
                      Json.text(set, "rows", "one").equals("many")));
            });
    return joins;
  }

  String setting() {
    return FIELD + "." + name;
  }

  /** Where a person finds it. */
  String page() {
    return isSoap() ? soap + " (SOAP page service)" : entitySet + " (api/" + api + ")";
  }

  boolean isSoap() {
    return !soap.isEmpty();
  }

  boolean isById() {
    return field.equals("id");
  }

  /** The document's own side of the key; blank if it has none. */
  String of(JsonNode document) {
    return Json.text(document, field, "");
  }

  /** The rows that belong to documents with these keys. */
  List<Wanted> rows(Collection<String> keys, Consumer<List<JsonNode>> taker) {
    return with(ODataQuery.of(entitySet), key, keys, taker);
  }

  /**
   * The documents that rows with these keys belong to.
   *
   * @param query of {@link #to}
   */
  List<Wanted> documents(
      ODataQuery query, Collection<String> keys, Consumer<List<JsonNode>> taker) {
    return with(query, field, keys, taker);
  }

  private List<Wanted> with(
      ODataQuery query, String name, Collection<String> keys, Consumer<List<JsonNode>> taker) {
    return isById()
        ? Wanted.byIds(query, name, keys, taker)
        : Wanted.byTexts(query, name, keys, taker);
  }
}

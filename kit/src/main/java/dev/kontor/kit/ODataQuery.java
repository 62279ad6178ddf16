package dev.kontor.kit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is wanted of one entity set; immutable, each step gives a new query. */
public final class ODataQuery {

  private final String path;
  private final Map<String, String> options;

  private ODataQuery(String path, Map<String, String> options) {
    this.path = path;
    this.options = options;
  }

  /**
   * @param path of the entity set or entity below the client's prefix
   */
  public static ODataQuery of(String path) {
    return new ODataQuery(path, Map.of());
  }

  public ODataQuery filter(String expression) {
    return with("$filter", expression);
  }

  public ODataQuery select(List<String> properties) {
    return properties.isEmpty() ? this : with("$select", String.join(",", properties));
  }

  /**
   * @param expression may nest, e.g. {@code lines($select=id,quantity)}
   */
  public ODataQuery expand(String expression) {
    return with("$expand", expression);
  }

  public ODataQuery orderBy(String expression) {
    return with("$orderby", expression);
  }

  public ODataQuery top(int most) {
    return with("$top", Integer.toString(most));
  }

  /** Asks for the number of all entities that fit, whatever the page. */
  public ODataQuery counted() {
    return with("$count", "true");
  }

  String path() {
    return path;
  }

  String relative() {
    return options.isEmpty()
        ? path
        : path
            + options.entrySet().stream()
                .map(option -> option.getKey() + "=" + OData.encoded(option.getValue()))
                .collect(Collectors.joining("&", "?", ""));
  }

  private ODataQuery with(String option, String value) {
    Map<String, String> more = new LinkedHashMap<>(options);
    more.put(option, value);
    return new ODataQuery(path, more);
  }
}

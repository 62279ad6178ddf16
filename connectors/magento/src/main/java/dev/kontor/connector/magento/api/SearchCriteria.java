package dev.kontor.connector.magento.api;

import static dev.kontor.connector.magento.api.Integration.encode;

import java.util.ArrayList;
import java.util.List;

/**
 * A search. Every condition must hold; each stands in a filter group of its own
 * (magento/contract.md §2). Always with a page size, as the shop sends everything without one.
 */
public final class SearchCriteria {

  /** The most that shops with input limiting take (magento/contract.md §4). */
  public static final int MAX_SIZE = 300;

  /** Of the values of one search, encoded; web servers take addresses of 8,192 characters. */
  static final int MAX_LENGTH = 5_000;

  private final List<String> parts = new ArrayList<>();
  private int groups;
  private int sorts;

  /**
   * @param size most rows wanted, at most {@link #MAX_SIZE}
   */
  public SearchCriteria(int size) {
    put("[pageSize]", Integer.toString(size));
    put("[currentPage]", "1");
  }

  public SearchCriteria where(String field, String condition, String value) {
    filter(groups++, 0, field, condition, value);
    return this;
  }

  /** One of a group, of whose filters any may hold. */
  private void filter(int group, int place, String field, String condition, String value) {
    String filter = "[filter_groups][" + group + "][filters][" + place + "]";
    put(filter + "[field]", field);
    put(filter + "[value]", value);
    put(filter + "[condition_type]", condition);
  }

  /** As {@link #anyOf}, of values such as article numbers that may have a comma in them. */
  public SearchCriteria oneOf(String field, List<String> values) {
    List<String> plain = values.stream().filter(value -> !value.contains(",")).toList();
    int group = groups++;
    int place = 0;
    if (!plain.isEmpty()) {
      filter(group, place++, field, "in", String.join(",", plain));
    }
    for (String value : values) {
      if (value.contains(",")) {
        filter(group, place++, field, "eq", value);
      }
    }
    return this;
  }

  /** Characters that one value takes in {@link #oneOf}, at most. */
  static int length(String field, String value) {
    int filter = value.contains(",") ? 3 * (45 + field.length()) + 120 : 3;
    return encode(value).length() + filter;
  }

  public SearchCriteria equalTo(String field, String value) {
    return where(field, "eq", value);
  }

  /** Of none of the values a comma may be part. */
  public SearchCriteria anyOf(String field, List<String> values) {
    return where(field, "in", String.join(",", values));
  }

  public SearchCriteria above(String field, String value) {
    return where(field, "gt", value);
  }

  public SearchCriteria ascending(String field) {
    return sorted(field, "ASC");
  }

  public SearchCriteria descending(String field) {
    return sorted(field, "DESC");
  }

  private SearchCriteria sorted(String field, String direction) {
    String order = "[sortOrders][" + sorts++ + "]";
    put(order + "[field]", field);
    put(order + "[direction]", direction);
    return this;
  }

  /**
   * @param fields of a row, such as {@code entity_id,tracks[entity_id]}
   */
  public SearchCriteria only(String fields) {
    parts.add("fields=" + encode("items[" + fields + "],total_count"));
    return this;
  }

  private void put(String name, String value) {
    parts.add(encode("searchCriteria" + name) + "=" + encode(value));
  }

  /** As in an address, behind the question mark. */
  public String query() {
    return String.join("&", parts);
  }
}

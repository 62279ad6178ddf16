package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A row of an OData set of posted agreements, in the system's own forms (contract.md §2). */
record AgreementRow(JsonNode json) {

  /** What a date field holds that has no date, whatever time it comes with. */
  private static final LocalDate NO_DATE = LocalDate.of(1900, 1, 1);

  String id() {
    String id = text("RecordId");
    if (id.isEmpty()) {
      throw problem("RecordId", "is missing");
    }
    return id;
  }

  /** Empty for none. */
  String text(String name) {
    return json.path(name).asString("");
  }

  BigDecimal decimal(String name) {
    JsonNode value = json.path(name);
    if (!value.isNumber()) {
      throw problem(name, "is " + value + ", no number");
    }
    return value.decimalValue();
  }

  boolean yes(String name) {
    return switch (text(name)) {
      case "Yes" -> true;
      case "No" -> false;
      default -> throw problem(name, "is neither Yes nor No");
    };
  }

  Validity validity(String from, String to) {
    return new Validity(date(from), date(to));
  }

  /** Dates come at noon or midnight UTC and mean the day that is written there. */
  private @Nullable LocalDate date(String name) {
    try {
      LocalDate date = OffsetDateTime.parse(text(name)).toLocalDate();
      return date.equals(NO_DATE) ? null : date;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(name + " is '" + text(name) + "', no date", e);
    }
  }

  /** Rule R5: what is filled says whom or what the row is for. */
  Assignment assignment(String oneField, String groupField) {
    String one = text(oneField);
    String group = text(groupField);
    if (!one.isEmpty() && !group.isEmpty()) {
      throw problem(oneField, "and " + groupField + " are both filled");
    }
    if (!one.isEmpty()) {
      return new Assignment(TableGroupAll.TABLE, one);
    }
    return group.isEmpty() ? Assignment.ALL : new Assignment(TableGroupAll.GROUP, group);
  }

  Map<Dimension, String> dimensions(Map<Dimension, String> names) {
    Map<Dimension, String> filled = new EnumMap<>(Dimension.class);
    names.forEach(
        (dimension, name) -> {
          if (!text(name).isEmpty()) {
            filled.put(dimension, text(name));
          }
        });
    return filled;
  }

  private static IllegalArgumentException problem(String name, String problem) {
    return new IllegalArgumentException(name + " " + problem);
  }
}

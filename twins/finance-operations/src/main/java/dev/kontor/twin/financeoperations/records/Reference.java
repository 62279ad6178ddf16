package dev.kontor.twin.financeoperations.records;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field whose value must be a key of another table, unless it is empty.
 *
 * @param table as people call it
 */
public record Reference(String field, String source, String table) {
  // Countries are three letters in the demo data of the vendor; a customer may set up others.
  private static final Set<String> COUNTRIES =
      Arrays.stream(Locale.getISOCountries())
          .map(two -> Locale.of("", two).getISO3Country())
          .collect(Collectors.toUnmodifiableSet());

  /** Throws a Fault for the first value nobody has. */
  public static void check(Erp erp, String company, ObjectNode row, List<Reference> references) {
    references.forEach(reference -> reference.check(erp, company, row));
  }

  private void check(Erp erp, String company, ObjectNode row) {
    String value = Records.text(row, field);
    if (!value.isEmpty() && erp.records().find(company, source, value).isEmpty()) {
      throw unknown(value, field, table);
    }
  }

  public static Fault unknown(String value, String field, String table) {
    return Fault.logic(Message.UNKNOWN_VALUE, value, field, table);
  }

  /** A currency of the company's: its own or one with an exchange rate. */
  public static void currency(Company company, ObjectNode row, String field) {
    String value = Records.text(row, field);
    if (!value.equals(company.currency()) && !company.exchangeRates().containsKey(value)) {
      throw unknown(value, field, "Currencies");
    }
  }

  /** A tax group of the customer's side, or none. */
  public static void taxGroup(Company company, ObjectNode row, String field) {
    String value = Records.text(row, field);
    if (!value.isEmpty() && !company.taxGroups().containsKey(value)) {
      throw unknown(value, field, "Sales tax groups");
    }
  }

  /** A country, or none. */
  public static void country(ObjectNode row, String field) {
    String value = Records.text(row, field);
    if (!value.isEmpty() && !COUNTRIES.contains(value)) {
      throw unknown(value, field, "Country/region");
    }
  }

  /** Throws a Fault where the field is empty. */
  public static void mandatory(ObjectNode row, String... fields) {
    for (String field : fields) {
      if (Records.text(row, field).isEmpty()) {
        throw Fault.logic(Message.MANDATORY, field);
      }
    }
  }
}

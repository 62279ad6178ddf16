package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Records;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** When documents are due by their payment terms, such as {@code 14D}. */
final class DueDate {
  private static final Pattern PERIOD = Pattern.compile("(\\d+)([DWMY])");

  private DueDate() {}

  /** The date of the document itself where its terms name no period. */
  static String of(Records records, JsonNode header, String documentDate) {
    Matcher period = PERIOD.matcher(formula(records, header));
    return period.matches()
        ? after(LocalDate.parse(documentDate), period).toString()
        : documentDate;
  }

  private static String formula(Records records, JsonNode header) {
    return records
        .byId("paymentTerms", Records.text(header, "paymentTermsId"))
        .map(terms -> Records.text(terms, "dueDateCalculation"))
        .orElse("");
  }

  private static LocalDate after(LocalDate date, Matcher period) {
    int count = Integer.parseInt(period.group(1));
    return switch (period.group(2)) {
      case "D" -> date.plusDays(count);
      case "W" -> date.plusWeeks(count);
      case "M" -> date.plusMonths(count);
      default -> date.plusYears(count);
    };
  }
}

package dev.kontor.connector.shopware.progress;

import dev.kontor.connector.shopware.api.Fields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An invoice or a credit memo.
 *
 * @param invoice a credit memo corrects, null if it names none
 * @param content as it is kept in the order's custom field
 * @param file by which the source opens it as PDF, null if there is none
 */
record Paper(
    String number,
    String date,
    @Nullable String invoice,
    BigDecimal gross,
    JsonNode content,
    @Nullable String file) {

  static Paper of(Fields paper) {
    return new Paper(
        paper.required("number"),
        paper.required("date"),
        paper.text("invoiceNumber"),
        paper.requiredDecimal("gross"),
        paper.node(),
        paper.text("file"));
  }
}

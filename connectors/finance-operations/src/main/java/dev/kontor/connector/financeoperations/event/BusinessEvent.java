package dev.kontor.connector.financeoperations.event;

import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.ModelJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What of a business event matters. It is a hint to look and never carries data: it may come twice,
 * late and in any order (finance-operations/contract.md §6), so its number, time and own fields are
 * not read.
 *
 * @param id of the kind of event, as the catalogue lists it
 * @param company the legal entity it happened in; blank if it names none
 */
record BusinessEvent(String id, String company) {

  /** Empty if it is none. */
  static Optional<BusinessEvent> of(byte[] body) {
    try {
      JsonNode event = ModelJson.parse(new String(body, StandardCharsets.UTF_8));
      String id = Row.text(event, "BusinessEventId");
      String company = Row.text(event, "BusinessEventLegalEntity");
      return id.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new BusinessEvent(id, company.isEmpty() ? Row.text(event, "LegalEntity") : company));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}

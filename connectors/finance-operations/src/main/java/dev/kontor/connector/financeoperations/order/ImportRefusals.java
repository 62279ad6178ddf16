package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.DataActions;
import dev.kontor.connector.financeoperations.api.Named;
import dev.kontor.spi.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Says why an order was not imported, and which field of it that is about. */
record ImportRefusals(DataActions actions) {

  /**
   * @param told the service's reasons, blank for none
   * @param execution id of the job, by which people find its log
   */
  Fault named(String told, String execution, JsonNode content) {
    String job = " (job " + execution + " in data management)";
    if (told.isBlank()) {
      return new Fault.Invalid(
          "data package",
          "was not imported, and the service gives no reason; see the job's log, and whether the"
              + " data project maps just the fields that the hub sends"
              + job,
          null);
    }
    Fault fault = actions.refusal("data package", told);
    return fault instanceof Fault.Invalid invalid
        ? new Fault.Invalid(field(invalid, content), invalid.problem() + job, null)
        : fault;
  }

  /** The charge, line or field of the header whose value is quoted. */
  private static String field(Fault.Invalid invalid, JsonNode content) {
    for (String part : List.of(HeaderCharges.IN, OrderLines.IN)) {
      JsonNode rows = content.path(part);
      for (int i = 0; i < rows.size(); i++) {
        Optional<String> quoted = Named.quoted(rows.path(i), invalid).map(Map.Entry::getKey);
        if (quoted.isPresent()) {
          return part + "[" + i + "]." + quoted.get();
        }
      }
    }
    return Named.in(invalid, content) instanceof Fault.Invalid named
        ? named.field()
        : invalid.field();
  }
}

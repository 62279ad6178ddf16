package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Named;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Headers of sales orders. */
final class Headers {

  static final String NUMBER = "SalesOrderNumber";

  /** Open order, as the service calls what is not delivered (finance-operations/contract.md §8). */
  private static final Set<String> OPEN = Set.of("", "None", "Backorder");

  private static final Set<String> UNTOUCHED = Set.of("", "None", "Active");
  private static final String CONFIRMED = "Confirmed";

  private final FnoApi api;
  private final String set;
  private final String referenceField;
  private final boolean changesConfirmed;

  Headers(FnoSettings settings, FnoApi api) {
    this.api = api;
    this.set = settings.headers();
    this.referenceField = settings.referenceField();
    this.changesConfirmed = Boolean.parseBoolean(settings.text("changeConfirmed", "false"));
  }

  Optional<JsonNode> one(String number) {
    return api.one(set, NUMBER, number);
  }

  List<JsonNode> numbered(List<String> numbers) {
    return api.rowsOf(set, NUMBER, numbers, List.of()).stream()
        .filter(row -> numbers.contains(Row.text(row, NUMBER)))
        .toList();
  }

  /** Compared again: an asterisk in a reference would fit anything. */
  List<JsonNode> carrying(List<String> references) {
    return api.rowsOf(set, referenceField, references, List.of()).stream()
        .filter(row -> references.stream().anyMatch(r -> r.equalsIgnoreCase(reference(row))))
        .toList();
  }

  String reference(JsonNode header) {
    return Row.text(header, referenceField);
  }

  /**
   * @throws FaultException the refusal, with the field it is about
   */
  JsonNode create(ObjectNode fields) {
    try {
      return api.create(set, fields);
    } catch (FaultException e) {
      throw new FaultException(Named.in(e.fault(), fields));
    }
  }

  /** A reference that was cut would not be found again. */
  void keeps(JsonNode header, String reference) {
    if (header.has(referenceField) && !reference(header).equals(reference)) {
      throw new FaultException(
          new Fault.Invalid(
              referenceField,
              "keeps only "
                  + reference(header).length()
                  + " characters of the reference; shorten the reference prefix of the source"
                  + " connection, or choose another field in setting orderReference",
              null));
    }
  }

  /** As it was read. */
  void change(JsonNode header, ObjectNode fields) {
    try {
      api.change(set, NUMBER, header, fields);
    } catch (FaultException e) {
      throw new FaultException(Named.in(e.fault(), fields));
    }
  }

  /** As it was read. */
  void delete(JsonNode header) {
    api.delete(set, NUMBER, header);
  }

  /** Why the hub must not touch an order any more; empty if it may. */
  Optional<String> closed(JsonNode header) {
    String status = Row.text(header, "SalesOrderStatus");
    String processing = Row.text(header, "SalesOrderProcessingStatus");
    if (!OPEN.contains(status)) {
      return Optional.of(status);
    }
    boolean open =
        UNTOUCHED.contains(processing) || (changesConfirmed && CONFIRMED.equals(processing));
    return open ? Optional.empty() : Optional.of(processing);
  }
}

package dev.kontor.connector.financeoperations.payment;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * The hub's payment journals: one for each name and day, begun anew when people have posted it.
 * Lines stay to be read after that (finance-operations/contract.md §8).
 */
final class Journals {

  static final String LINES = "CustomerPaymentJournalLines";
  static final String HEADERS = "CustomerPaymentJournalHeaders";
  static final String BATCH = "JournalBatchNumber";

  /** Field of a line that keeps the hub's reference, in 20 characters. */
  static final String REFERENCE = "PaymentReference";

  private static final String NAME = "JournalName";
  private static final String DESCRIPTION = "Description";
  private static final String TITLE = "Kontor ";
  private static final String PREFIX = "PAY-";
  private static final int DIGITS = 16;

  private final FnoSettings settings;
  private final FnoApi api;

  Journals(FnoSettings settings, FnoApi api) {
    this.settings = settings;
    this.api = api;
  }

  /** What the line of a payment of that reference bears. */
  static String key(String reference) {
    byte[] name = reference.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    String digest = UUID.nameUUIDFromBytes(name).toString().replace("-", "");
    return PREFIX + digest.substring(0, DIGITS).toUpperCase(Locale.ROOT);
  }

  /**
   * The journal name of the settings for a payment method.
   *
   * @throws FaultException {@link Fault.Misconfigured} if there is none
   */
  String nameFor(String method) {
    JsonNode payments = settings.open().path("payments");
    String own = Row.text(payments.path("journals"), method);
    String name = own.isEmpty() ? Row.text(payments, "journal") : own;
    if (name.isEmpty()) {
      throw new FaultException(
          new Fault.Misconfigured(
              settings.connection() + ".payments.journal",
              "is missing: state the name of the customer payment journal payments go to"));
    }
    return name;
  }

  /** Number of the journal of that name that takes lines today. */
  String open(String name) {
    String today = TITLE + LocalDate.ofInstant(api.clock().instant(), settings.zone());
    List<JsonNode> there = api.rows(HEADERS, FnoApi.equal(DESCRIPTION, today), List.of());
    return there.stream()
        .filter(row -> Row.text(row, NAME).equalsIgnoreCase(name))
        .filter(row -> !isPosted(row))
        .findFirst()
        .map(row -> Row.text(row, BATCH))
        .orElseGet(() -> begun(name, today));
  }

  private String begun(String name, String today) {
    JsonNode made =
        api.create(
            HEADERS, ModelJson.mapper().createObjectNode().put(NAME, name).put(DESCRIPTION, today));
    return Row.text(made, BATCH);
  }

  static boolean isPosted(JsonNode header) {
    return Row.YES.equals(Row.text(header, "IsPosted"));
  }

  /** What tells a line from all others of the company. */
  static String line(JsonNode line) {
    return Row.text(line, BATCH) + "/" + Row.number(line, "LineNumber").toPlainString();
  }

  /** Lines of these payments, open and posted. */
  List<JsonNode> lines(List<String> keys) {
    return api.rowsOf(LINES, REFERENCE, keys, List.of()).stream()
        .filter(line -> keys.contains(Row.text(line, REFERENCE)))
        .toList();
  }
}

package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.FaultException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The customer payment journals of setting {@code payments}, and where payments are found: as lines
 * of these journals, and once posted as entries of the general ledger with the line's document
 * number (api-v2.json: no page shows customer ledger entries).
 */
final class PaymentJournals {

  static final String JOURNALS = "customerPaymentJournals";
  static final String LINES = "customerPayments";
  static final String ENTRIES = "generalLedgerEntries";

  /** Field of lines and entries. */
  static final String NUMBER = "documentNumber";

  /** Field of lines that keeps the reference of a payment. */
  static final String REFERENCE = "externalDocumentNumber";

  private static final String ALL = "";
  private static final String PREFIX = "PAY-";
  private static final int DIGITS = 16;

  private final Configuration configuration;
  private final Company company;
  private final Remembered<Map<String, String>> journals;

  PaymentJournals(Configuration configuration, Company company) {
    this.configuration = configuration;
    this.company = company;
    this.journals = new Remembered<>(company.clock());
  }

  /** The document number that a payment of that reference gets; 20 characters. */
  static String documentNumber(String reference) {
    byte[] name = Codes.upper(reference).getBytes(StandardCharsets.UTF_8);
    String digest = UUID.nameUUIDFromBytes(name).toString().replace("-", "");
    return PREFIX + digest.substring(0, DIGITS).toUpperCase(Locale.ROOT);
  }

  private static JsonNode setting(Configuration configuration) {
    return configuration.json().path("payments");
  }

  static boolean isSet(Configuration configuration) {
    return setting(configuration).isObject();
  }

  /** Codes of all journals of the setting. */
  static Set<String> codes(Configuration configuration) {
    Set<String> codes = new TreeSet<>();
    JsonNode setting = setting(configuration);
    codes.add(Codes.of(setting, "journal"));
    setting
        .path("journals")
        .propertyNames()
        .forEach(method -> codes.add(Codes.of(setting.path("journals"), method)));
    codes.remove("");
    return codes;
  }

  /**
   * Id of the journal for a payment method.
   *
   * @throws FaultException {@link dev.kontor.spi.Fault.Misconfigured} if the setting names none
   */
  String of(String method) {
    JsonNode setting = setting(configuration);
    String own = Codes.of(setting.path("journals"), method);
    return id(own.isEmpty() ? Codes.of(setting, "journal") : own);
  }

  private String id(String code) {
    if (code.isEmpty()) {
      throw wrong("is missing: state the code of the customer payment journal payments go to");
    }
    String id = known().get(code);
    if (id == null) {
      throw wrong("names " + code + ", which is no customer payment journal of this company");
    }
    return id;
  }

  private FaultException wrong(String problem) {
    return new FaultException(configuration.wrong("payments.journal", problem));
  }

  /** Ids by code. */
  private Map<String, String> known() {
    Map<String, String> known = journals.get(ALL);
    if (known == null) {
      known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (JsonNode journal : company.client().all(ODataQuery.of(JOURNALS))) {
        known.put(Json.text(journal, "code", ""), Json.text(journal, "id", ""));
      }
      journals.put(ALL, known);
    }
    return known;
  }

  /** Path of a journal's lines. */
  static String lines(String journalId) {
    return OData.key(JOURNALS, journalId) + "/" + LINES;
  }

  /** Asks for the lines of all these journals whose field has one of these values. */
  List<Wanted> lines(String field, Collection<String> texts, Consumer<List<JsonNode>> taker) {
    return codes(configuration).stream()
        .map(code -> ODataQuery.of(lines(id(code))))
        .flatMap(query -> Wanted.byTexts(query, field, texts, taker).stream())
        .toList();
  }

  /** Asks for the entries of posted payments. */
  static List<Wanted> entries(Collection<String> numbers, Consumer<List<JsonNode>> taker) {
    return Wanted.byTexts(ODataQuery.of(ENTRIES), NUMBER, numbers, taker);
  }

  /** The invoice a line is applied to, null if to none. */
  static @Nullable String invoice(JsonNode line) {
    return Json.text(line, "appliesToInvoiceNumber");
  }
}

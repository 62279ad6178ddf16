package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import dev.kontor.model.EntityType;
import dev.kontor.model.OrderReference;
import dev.kontor.spi.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Credit memos, drafts and posted ones, by the reference that the hub gives them. */
final class CreditMemos {

  private static final String STANDARD = "externalDocumentNumber";

  private final Configuration configuration;
  private final Company company;

  CreditMemos(Configuration configuration, Company company) {
    this.configuration = configuration;
    this.company = company;
  }

  /** Field of credit memos that keeps the reference; the standard one where a setting has none. */
  String field() {
    String set = configuration.referenceField();
    return company.model().has(OrderParts.CREDIT_MEMOS, set) ? set : STANDARD;
  }

  /** Those that bear it. */
  List<JsonNode> with(String reference) {
    return company
        .client()
        .all(
            ODataQuery.of(OrderParts.CREDIT_MEMOS)
                .filter(field() + " eq " + OData.quoted(reference)));
  }

  /**
   * Those that count as written. Where they are to be posted, a draft does not: its posting was
   * never answered, and the writer goes on with it once the settle time is over.
   */
  List<Document> written(String reference) {
    return Documents.of(
        EntityType.CREDIT_MEMO,
        with(reference).stream()
            .filter(memo -> !configuration.postsCreditMemos() || OrderParts.isPosted(memo))
            .toList());
  }

  /** Asks for those of all refunds of these orders; they need not name an invoice. */
  static List<Wanted> ofRefunds(
      String field, List<String> orderReferences, java.util.function.Consumer<JsonNode> taker) {
    return orderReferences.stream()
        .map(
            reference ->
                new Wanted(
                    ODataQuery.of(OrderParts.CREDIT_MEMOS).filter(begins(field, reference)),
                    found -> found.entities().forEach(taker)))
        .toList();
  }

  private static String begins(String field, String orderReference) {
    String begin = OData.quoted(OrderReference.begin(orderReference));
    return "startswith(" + field + "," + begin + ")";
  }

  /** The reference of the order that a document is about, null if it bears none. */
  static @Nullable String orderReference(JsonNode document, String field) {
    String reference = Json.text(document, field);
    return reference == null ? null : OrderReference.order(reference);
  }
}

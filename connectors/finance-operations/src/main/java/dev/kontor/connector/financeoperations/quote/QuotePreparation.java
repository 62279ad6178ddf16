package dev.kontor.connector.financeoperations.quote;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.connector.financeoperations.customer.CustomerReader;
import dev.kontor.connector.financeoperations.order.Article;
import dev.kontor.connector.financeoperations.order.Articles;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Quote;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Prepared;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Completes a mapped quote: finds customer and articles. */
final class QuotePreparation {

  /** How far the quote is, for the writer; not sent. */
  static final String STATE = "state";

  private static final String CUSTOMER = "RequestingCustomerAccountNumber";

  private final FnoSettings settings;
  private final CustomerReader customers;
  private final Articles articles;

  QuotePreparation(FnoSettings settings, FnoApi api, CustomerReader customers) {
    this.settings = settings;
    this.customers = customers;
    this.articles = new Articles(settings, api);
  }

  /**
   * @throws FaultException {@link Fault.Missing} of a customer or article, {@link Fault.Invalid} of
   *     what nothing can be offered for
   */
  Prepared prepare(JsonNode mapped, JsonNode model) {
    Quote quote = ModelJson.mapper().treeToValue(model, Quote.class);
    if (mapped.path(Quotations.IN).isEmpty()) {
      throw invalid(Quotations.IN, "is empty; a quote without lines cannot be entered");
    }
    ObjectNode header = mapped.deepCopy().asObject();
    header.put(CUSTOMER, account(quote));
    settings.optional("site").ifPresent(site -> header.put("DefaultShippingSiteId", site));
    settings
        .optional("warehouse")
        .ifPresent(code -> header.put("DefaultShippingWarehouseId", code));
    settings.optional("orderOrigin").ifPresent(code -> header.put("SalesOrderOriginCode", code));
    lines(header.putArray(Quotations.IN), mapped.path(Quotations.IN));
    return new Prepared.Ready(header, List.of());
  }

  private void lines(ArrayNode lines, JsonNode mapped) {
    List<String> skus =
        mapped.valueStream().map(line -> Row.text(line, Quotations.ARTICLE)).distinct().toList();
    Map<String, Article> found = articles.find(skus, List.of());
    for (JsonNode line : mapped) {
      String sku = Row.text(line, Quotations.ARTICLE);
      Article article = found.get(sku);
      if (article == null) {
        throw new FaultException(
            new Fault.Missing(
                EntityType.PRODUCT,
                sku,
                "no released product answers to article number "
                    + sku
                    + "; release it to the company or correct the number in the shop"));
      }
      ObjectNode whole = line.deepCopy().asObject();
      article.put(whole);
      lines.add(whole);
    }
  }

  /** As an order's buyer is found. */
  private String account(Quote quote) {
    String key = quote.customer().matchKey();
    if (key == null) {
      throw invalid(CUSTOMER, "is unknown: the buyer has neither VAT id nor e-mail to be found by");
    }
    List<Document> found = customers.find(new Identity.Match(key));
    if (found.isEmpty()) {
      throw new FaultException(
          new Fault.Missing(
              EntityType.CUSTOMER,
              key,
              "the buyer of the quote is no customer of the company yet; create it, or correct its"
                  + " VAT id and e-mail"));
    }
    if (found.size() > 1) {
      throw new FaultException(
          new Fault.Ambiguous(
              "customers "
                  + String.join(", ", found.stream().map(Document::id).toList())
                  + " answer to the buyer of the quote; merge them, or correct one"));
    }
    JsonNode row = found.getFirst().content();
    if (row != null && Row.text(row, "OnHoldStatus").equals("All")) {
      throw invalid(
          CUSTOMER,
          "customer "
              + found.getFirst().id()
              + " is on hold (All); release it in Finance & Operations");
    }
    return found.getFirst().id();
  }

  private static FaultException invalid(String field, String problem) {
    return new FaultException(new Fault.Invalid(field, problem, null));
  }
}

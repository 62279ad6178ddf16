package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.connector.financeoperations.customer.CustomerTax;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Writer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The customer of an order, as it is set up. */
final class Buyer {

  private static final String ACCOUNT = "OrderingCustomerAccountNumber";

  private final FnoSettings settings;
  private final FnoApi api;

  Buyer(FnoSettings settings, FnoApi api) {
    this.settings = settings;
    this.api = api;
  }

  /**
   * Its row; an empty one for a customer that is not made yet.
   *
   * @throws FaultException {@link Fault.Invalid} if nothing can be sold to it
   */
  JsonNode of(ObjectNode header) {
    String account = Row.text(header, ACCOUNT);
    if (account.isEmpty()) {
      throw invalid(
          "is missing: the buyer has neither VAT id nor e-mail to be found by; add one in the shop");
    }
    if (account.equals(Writer.Draft.UNMADE)) {
      return ModelJson.mapper().createObjectNode();
    }
    JsonNode row =
        api.one("CustomersV3", "CustomerAccount", account)
            .orElseThrow(
                () -> invalid("names no customer of this company; it may have been deleted"));
    String hold = Row.text(row, "OnHoldStatus");
    if ("All".equals(hold)) {
      throw invalid(
          "customer " + account + " is on hold (All); release it in Finance & Operations");
    }
    return row;
  }

  /** The sales tax group of the order: as setting customerTax says, else the customer's. */
  String taxGroup(JsonNode customer, Order order) {
    String country = order.customer().taxCountry();
    if (country == null) {
      country = order.shipTo().country() == null ? "" : order.shipTo().country();
    }
    String group =
        CustomerTax.group(settings.open(), order.customer(), country)
            .orElseGet(() -> Row.text(customer, "SalesTaxGroup"));
    if (group.isEmpty()) {
      throw new FaultException(
          new Fault.Invalid(
              "SalesTaxGroupCode",
              "is not known: the customer has no sales tax group and setting customerTax none for"
                  + " the buyer; set one",
              null));
    }
    return group;
  }

  private static FaultException invalid(String problem) {
    return new FaultException(new Fault.Invalid(ACCOUNT, problem, null));
  }
}

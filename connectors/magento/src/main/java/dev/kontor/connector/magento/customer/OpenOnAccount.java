package dev.kontor.connector.magento.customer;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import dev.kontor.connector.magento.order.Marks;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** What a company's orders on account come to that the ERP has not invoiced yet. */
record OpenOnAccount(MagentoApi api) {

  private static final String ON_ACCOUNT = "companycredit";

  private static final String FIELDS =
      "entity_id,customer_id,base_currency_code,order_currency_code,base_to_order_rate,base_grand_total,"
          + "payment[method],status_histories[comment]";

  BigDecimal of(String company) {
    List<String> members =
        api
            .search(
                "customers/companies",
                new SearchCriteria(SearchCriteria.MAX_SIZE).equalTo("company_id", company))
            .stream()
            .map(row -> row.path("customer_id").asString(""))
            .toList();
    if (members.isEmpty()) {
      return BigDecimal.ZERO;
    }
    return orders(criteria -> criteria.anyOf("customer_id", members)).stream()
        .map(OpenOnAccount::notInvoiced)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The same of every account that has such orders. */
  Map<String, BigDecimal> byAccount() {
    Map<String, BigDecimal> sums = new HashMap<>();
    for (JsonNode order : orders(criteria -> criteria)) {
      sums.merge(order.path("customer_id").asString(""), notInvoiced(order), BigDecimal::add);
    }
    return sums;
  }

  private List<JsonNode> orders(UnaryOperator<SearchCriteria> of) {
    return api
        .each(
            "orders",
            criteria -> of.apply(criteria).where("state", "nin", "complete,closed,canceled"),
            FIELDS)
        .stream()
        .filter(order -> order.path("payment").path("method").asString("").equals(ON_ACCOUNT))
        .toList();
  }

  private static BigDecimal notInvoiced(JsonNode order) {
    JsonNode total = order.path("base_grand_total");
    BigDecimal all = total.isNumber() ? total.decimalValue() : BigDecimal.ZERO;
    return all.subtract(Marks.invoiced(order)).max(BigDecimal.ZERO);
  }
}

package dev.kontor.connector.magento.customer;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import dev.kontor.connector.magento.order.Marks;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads companies of Adobe Commerce (rest/b2b/company-object.md, credit-manage.md). */
final class Companies {

  /** A limit that may be used by orders on account. */
  private static final String ON_ACCOUNT = "companycredit";

  private static final String OPEN_ORDER =
      "entity_id,base_currency_code,order_currency_code,base_to_order_rate,base_grand_total,"
          + "payment[method],status_histories[comment]";

  private final MagentoApi api;

  Companies(MagentoApi api) {
    this.api = api;
  }

  /** By id; four calls each. */
  Map<String, Company> of(Collection<String> ids) {
    Map<String, Company> companies = new HashMap<>();
    for (String id : ids) {
      if (!companies.containsKey(id)) {
        JsonNode json = api.get("company/" + id);
        companies.put(id, new Company(json, credit(id), open(id)));
      }
    }
    return companies;
  }

  /** As it is now. */
  Company now(String id) {
    return of(List.of(id)).values().iterator().next();
  }

  /** Missing where the module is switched off. */
  private JsonNode credit(String company) {
    try {
      return api.get("companyCredits/company/" + company);
    } catch (FaultException e) {
      if (e.fault() instanceof Fault.Invalid || e.fault() instanceof Fault.Unsupported) {
        return MissingNode.getInstance();
      }
      throw e;
    }
  }

  private BigDecimal open(String company) {
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
    return api
        .each(
            "orders",
            criteria ->
                criteria
                    .anyOf("customer_id", members)
                    .where("state", "nin", "complete,closed,canceled"),
            OPEN_ORDER)
        .stream()
        .filter(order -> order.path("payment").path("method").asString("").equals(ON_ACCOUNT))
        .map(Companies::notInvoiced)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal notInvoiced(JsonNode order) {
    JsonNode total = order.path("base_grand_total");
    BigDecimal all = total.isNumber() ? total.decimalValue() : BigDecimal.ZERO;
    return all.subtract(Marks.invoiced(order)).max(BigDecimal.ZERO);
  }
}

package dev.kontor.connector.magento.customer;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads companies of Adobe Commerce (rest/b2b/company-object.md, credit-manage.md). */
final class Companies {

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
        companies.put(id, new Company(json, credit(id), new OpenOnAccount(api).of(id)));
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
}

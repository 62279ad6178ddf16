package dev.kontor.connector.magento.customer;

import dev.kontor.connector.magento.api.MagentoApi;
import tools.jackson.databind.node.ObjectNode;

/** Saves a company. */
record CompanySave(MagentoApi api) {

  /**
   * The customers of a company are in its group; the shop takes the company as a whole only
   * (rest/b2b/company-object.md).
   */
  void group(Company company, String group) {
    ObjectNode changed = ((ObjectNode) company.json()).deepCopy();
    changed.put("customer_group_id", Integer.parseInt(group));
    ObjectNode body = AccountShape.object();
    body.set("company", changed);
    api.change("PUT", "company/" + company.json().path("id").asString(""), body);
  }
}

package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which companies a shared catalogue is for. */
class CatalogueCompaniesTest {
  private static final int RETAILER = 3;

  private Trade trade;
  private int catalogue;
  private int company;

  @BeforeEach
  void start() throws IOException {
    trade = new Trade();
    catalogue = trade.catalogue("Outdoor");
    company = trade.company(1, RETAILER);
    member(2);
  }

  @AfterEach
  void stop() {
    trade.close();
  }

  /** Another customer joins the company. */
  private void member(int customer) {
    trade.shelf.ok(
        "PUT",
        "customers/" + customer,
        "{'customer':{'extension_attributes':{'company_attributes':{'company_id':%d}}}}"
            .formatted(company));
  }

  private int group(int ofCatalogue) {
    return trade.shelf.get("sharedCatalog/" + ofCatalogue).path("customer_group_id").asInt();
  }

  private String companies(int ofCatalogue) {
    return trade.shelf.get("sharedCatalog/" + ofCatalogue + "/companies").asString();
  }

  @Test
  void allAccountsOfACompanyGetTheGroup() {
    trade.companies(catalogue, "assignCompanies", company);
    assertThat(companies(catalogue)).isEqualTo("[\"" + company + "\"]");
    assertThat(trade.group(1)).isEqualTo(group(catalogue));
    assertThat(trade.group(2)).isEqualTo(group(catalogue));
    assertThat(trade.truth(catalogue).path("companies").toString()).isEqualTo("[" + company + "]");
    int other = trade.catalogue("Berg");
    trade.companies(other, "assignCompanies", company);
    assertThat(companies(catalogue)).isEqualTo("[]");
    trade.companies(catalogue, "unassignCompanies", company);
    assertThat(trade.group(2)).as("it has another one by now").isEqualTo(group(other));
    trade.companies(other, "unassignCompanies", company);
    assertThat(companies(1)).isEqualTo("[\"" + company + "\"]");
    assertThat(trade.group(2)).isEqualTo(1);
  }

  @Test
  void aDeletedOneLeavesThePublicOne() {
    trade.companies(catalogue, "assignCompanies", company);
    trade.shelf.ok("DELETE", "sharedCatalog/" + catalogue, "");
    assertThat(companies(1)).isEqualTo("[\"" + company + "\"]");
    assertThat(trade.group(1)).isEqualTo(1);
  }

  @Test
  void aNewPublicOneTakesTheFormerOnesCompanies() {
    trade.companies(1, "assignCompanies", company);
    trade.shelf.ok(
        "PUT",
        "sharedCatalog/" + catalogue,
        "{'sharedCatalog':{'id':%d,'name':'Alle','type':1,'store_id':0}}".formatted(catalogue));
    assertThat(companies(1)).isEqualTo("[]");
    assertThat(trade.group(1)).isEqualTo(group(catalogue));
    assertThat(trade.sells(3, "ISO-59")).as("it holds nothing yet").isFalse();
    trade.assign(catalogue, "ISO-59");
    assertThat(trade.sells(3, "ISO-59")).isTrue();
    assertThat(trade.sells(1, "ISO-59")).isTrue();
  }

  @Test
  void whatIsRefused() {
    String list = "{'companies':[{'id':%s}]}";
    String assign = "sharedCatalog/" + catalogue + "/assignCompanies";
    assertThat(trade.shelf.refused("POST", assign, list.formatted("9")))
        .isEqualTo("404 No such entity with companyId = 9");
    assertThat(trade.shelf.refused("POST", assign, "{'companies':[{}]}"))
        .startsWith("400 \"id\" is required.");
    assertThat(
            trade.shelf.refused(
                "POST", "sharedCatalog/1/unassignCompanies", list.formatted(company)))
        .isEqualTo("400 A company cannot be unassigned from the public shared catalog.");
    assertThat(
            trade.shelf.refused("POST", "sharedCatalog/9/assignCompanies", list.formatted(company)))
        .isEqualTo("404 No such entity with id = 9");
  }
}

package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.magento.api.Integration;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shared catalogues and the customer groups they own, as the vendor's pages tell it. */
class SharedCatalogueTest {
  private static final String NEW = "'type':0,'store_id':0,'tax_class_id':3";

  private Shelf shelf;

  @BeforeEach
  void start() throws IOException {
    shelf = new Shelf(Options.demo().adobeCommerce());
  }

  @AfterEach
  void stop() {
    shelf.close();
  }

  private int create(String name) {
    return shelf.ok("POST", "sharedCatalog", body("'name':'" + name + "'," + NEW)).asInt();
  }

  private static String body(String fields) {
    return "{'sharedCatalog':{" + fields + "}}";
  }

  private String refusedNew(String fields) {
    return shelf.refused("POST", "sharedCatalog", body(fields));
  }

  private String refusedChange(int id, String fields) {
    return shelf.refused("PUT", "sharedCatalog/" + id, body(fields));
  }

  @Test
  void anOpenSourceShopHasNone() throws IOException {
    try (Shelf other = new Shelf()) {
      assertThat(other.refused("GET", "sharedCatalog/1", ""))
          .isEqualTo("404 Request does not match any route.");
      assertThat(other.refused("POST", "sharedCatalog", body("'name':'A'")))
          .isEqualTo("404 Request does not match any route.");
    }
  }

  @Test
  void aCustomOneOwnsAGroupOfItsName() {
    assertThat(create("Outdoor")).isEqualTo(2);
    JsonNode catalogue = shelf.get("sharedCatalog/2");
    assertThat(catalogue.path("type").asInt()).isZero();
    assertThat(catalogue.path("description").isNull()).isTrue();
    String group = catalogue.path("customer_group_id").asString();
    assertThat(shelf.get("customerGroups/" + group).path("code").asString()).isEqualTo("Outdoor");
    String change = "'id':2,'name':'Berg','description':'x','type':0,'store_id':1,'tax_class_id':5";
    assertThat(shelf.ok("PUT", "sharedCatalog/2", body(change)).asInt()).isEqualTo(2);
    JsonNode changed = shelf.get("customerGroups/" + group);
    assertThat(changed.path("code").asString()).isEqualTo("Berg");
    assertThat(changed.path("tax_class_id").asInt()).isEqualTo(5);
    JsonNode found =
        shelf.get(
            "sharedCatalog?searchCriteria[filter_groups][0][filters][0][field]=type"
                + "&searchCriteria[filter_groups][0][filters][0][value]=0");
    assertThat(found.path("items").path(0).path("name").asString()).isEqualTo("Berg");
    assertThat(found.path("total_count").asInt()).isEqualTo(1);
    assertThat(shelf.ok("DELETE", "sharedCatalog/2", "").asBoolean()).isTrue();
    assertThat(shelf.refused("GET", "sharedCatalog/2", ""))
        .isEqualTo("404 No such entity with id = 2");
    assertThat(shelf.refused("GET", "customerGroups/" + group, "")).startsWith("404 ");
  }

  @Test
  void thereIsOnePublicOne() {
    JsonNode first = shelf.get("sharedCatalog/1");
    assertThat(first.path("customer_group_id").asInt()).isEqualTo(1);
    assertThat(first.path("type").asInt()).isEqualTo(1);
    assertThat(shelf.refused("DELETE", "sharedCatalog/1", ""))
        .isEqualTo("400 The public shared catalog cannot be deleted.");
    assertThat(refusedNew("'name':'B','type':1,'store_id':0,'tax_class_id':3"))
        .startsWith("400 A public shared catalog exists already.");
    assertThat(refusedChange(1, "'id':1,'name':'Default (General)','type':0,'store_id':0"))
        .isEqualTo("400 A public shared catalog cannot be converted to a custom one.");
    create("Alle");
    shelf.ok("PUT", "sharedCatalog/2", body("'id':2,'name':'Alle','type':1,'store_id':0"));
    assertThat(shelf.get("sharedCatalog/1").path("type").asInt()).isZero();
    assertThat(shelf.get("sharedCatalog/2").path("type").asInt()).isEqualTo(1);
    shelf.ok("DELETE", "sharedCatalog/1", "");
    assertThat(shelf.get("customerGroups/1").path("code").asString()).isEqualTo("General");
  }

  @Test
  void whatANewOneNeeds() {
    assertThat(refusedNew(NEW)).isEqualTo("400 \"name\" is required. Enter and try again.");
    assertThat(refusedNew("'name':'A','type':0,'store_id':0"))
        .isEqualTo("400 \"tax_class_id\" is required. Enter and try again.");
    assertThat(refusedNew("'preis_liste':'A'"))
        .isEqualTo("400 \"PreisListe\" is not supported. Correct the field name and try again.");
    assertThat(refusedNew("'name':'A','type':2,'store_id':0,'tax_class_id':3"))
        .isEqualTo("400 Invalid value of \"2\" provided for the type field.");
    assertThat(refusedNew("'name':'A','type':0,'store_id':9,'tax_class_id':3"))
        .isEqualTo("400 Invalid value of \"9\" provided for the store_id field.");
    assertThat(refusedNew("'name':'A','type':0,'store_id':0,'tax_class_id':2"))
        .isEqualTo("400 Invalid value of \"2\" provided for the tax_class_id field.");
    assertThat(refusedNew("'name':'" + "a".repeat(33) + "'," + NEW)).startsWith("400 ");
    assertThat(refusedNew("'name':'wholesale'," + NEW))
        .isEqualTo(
            "400 A shared catalog or customer group with the name wholesale already exists.");
    assertThat(shelf.refused("POST", "sharedCatalog", "{}"))
        .isEqualTo("400 \"sharedCatalog\" is required. Enter and try again.");
  }

  @Test
  void whatAChangeNeeds() {
    create("Outdoor");
    create("Berg");
    assertThat(refusedChange(2, "'name':'A'," + NEW)).startsWith("400 \"id\" is required.");
    assertThat(refusedChange(2, "'id':3,'name':'A'," + NEW))
        .isEqualTo("400 Invalid value of \"3\" provided for the id field.");
    assertThat(refusedChange(2, "'id':2,'customer_group_id':2,'name':'A'," + NEW))
        .isEqualTo("400 Invalid value of \"2\" provided for the customer_group_id field.");
    assertThat(refusedChange(2, "'id':2,'name':'Berg'," + NEW)).contains("already exists");
    assertThat(refusedChange(9, "'id':9,'name':'A'," + NEW))
        .isEqualTo("404 No such entity with id = 9");
  }

  @Test
  void whoMayReadMayNotWrite() throws IOException {
    Integration reader =
        new Integration(
            1,
            Options.CONSUMER_KEY,
            Options.CONSUMER_SECRET,
            Options.TOKEN,
            Options.TOKEN_SECRET,
            Set.of("Magento_SharedCatalog::list"));
    try (Shelf other = new Shelf(Options.demo().adobeCommerce().integrations(reader))) {
      assertThat(other.get("sharedCatalog/1/products")).isNotEmpty();
      assertThat(other.refused("POST", "sharedCatalog/1/unassignProducts", "{'products':[]}"))
          .isEqualTo("401 The consumer isn't authorized to access Magento_SharedCatalog::manage.");
    }
  }
}

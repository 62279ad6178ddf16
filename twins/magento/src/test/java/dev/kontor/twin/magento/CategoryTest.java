package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Categories and the products in them. */
class CategoryTest extends OnShelf {
  private String add(String parent, String name) {
    return shelf
        .ok(
            "POST",
            "categories",
            "{'category':{'parent_id':%s,'name':'%s','is_active':true}}".formatted(parent, name))
        .path("id")
        .asString();
  }

  private JsonNode links(String sku) {
    return shelf.get("products/" + sku).path("extension_attributes").path("category_links");
  }

  @Test
  void aTreeGrowsAndIsRead() {
    String garden = add("2", "Garten");
    String chairs = add(garden, "Stühle");
    JsonNode all = shelf.get("categories");
    assertThat(all.path("id").asInt()).as("for all stores from the root of all").isEqualTo(1);
    JsonNode node = shelf.client.get("/rest/V1/categories").json().path("children_data").path(0);
    assertThat(node.path("name").asString()).isEqualTo("Garten");
    assertThat(node.path("children_data").path(0).path("id").asString()).isEqualTo(chairs);
    assertThat(shelf.get("categories?depth=0").path("children_data")).isEmpty();
    JsonNode one = shelf.get("categories/" + chairs);
    assertThat(one.path("path").asString()).isEqualTo("1/2/" + garden + "/" + chairs);
    assertThat(one.path("level").asInt()).isEqualTo(3);
    assertThat(shelf.get("categories/" + garden).path("children").asString()).isEqualTo(chairs);
    JsonNode found =
        shelf.get(
            "categories/list?searchCriteria[filter_groups][0][filters][0][field]=name"
                + "&searchCriteria[filter_groups][0][filters][0][value]=Garten");
    assertThat(found.path("total_count").asInt()).isEqualTo(1);
    shelf.ok("PUT", "categories/" + chairs + "/move", "{'parentId':2}");
    assertThat(shelf.get("categories/" + chairs).path("path").asString())
        .isEqualTo("1/2/" + chairs);
  }

  @Test
  void whatACategoryNeeds() {
    add("2", "Garten");
    assertThat(shelf.refused("POST", "categories", "{'category':{'is_active':true}}"))
        .isEqualTo(
            "400 Could not save category: The \"Name\" attribute is required. Enter and try"
                + " again.");
    assertThat(shelf.refused("POST", "categories", "{'category':{'name':'Neu'}}"))
        .contains("\"Is Active\" attribute is required");
    assertThat(
            shelf.refused("POST", "categories", "{'category':{'name':'Garten','is_active':true}}"))
        .isEqualTo("400 Could not save category: URL key for specified store already exists.");
    assertThat(
            shelf.refused(
                "POST", "categories", "{'category':{'name':'A','is_active':true,'parent_id':99}}"))
        .isEqualTo("404 No such entity with id = 99");
    assertThat(shelf.refused("DELETE", "categories/2", ""))
        .isEqualTo("400 Cannot delete category with id 2");
  }

  @Test
  void aNameOfAStoreViewHidesTheOneForAll() {
    String garden = add("2", "Garten");
    shelf.client.send(
        "PUT", "/rest/us/V1/categories/" + garden, "{\"category\":{\"name\":\"Garden\"}}");
    assertThat(shelf.get("categories/" + garden).path("name").asString()).isEqualTo("Garten");
    assertThat(shelf.client.get("/rest/us/V1/categories/" + garden).json().path("name").asString())
        .isEqualTo("Garden");
  }

  @Test
  void linksOfASaveAreLaidOverThoseThereAre() {
    String one = add("2", "Eins");
    String two = add("2", "Zwei");
    String body = "{'product':{'extension_attributes':{'category_links':%s}}}";
    String link = "[{'category_id':'%s','position':%d}]";
    shelf.ok("PUT", "products/ISO-59", body.formatted(link.formatted(one, 3)));
    shelf.ok("PUT", "products/ISO-59", body.formatted(link.formatted(two, 0)));
    assertThat(links("ISO-59").size()).isEqualTo(2);
    assertThat(shelf.get("categories/" + one + "/products").path(0).path("position").asInt())
        .isEqualTo(3);
    shelf.ok("PUT", "products/ISO-59", "{'product':{'price':7}}");
    assertThat(links("ISO-59").size()).isEqualTo(2);
    shelf.ok("PUT", "products/ISO-59", body.formatted("[]"));
    assertThat(links("ISO-59").isMissingNode()).isTrue();
    assertThat(shelf.refused("PUT", "products/ISO-59", body.formatted(link.formatted("4711", 0))))
        .startsWith("400 The product was unable to be saved.");
  }

  @Test
  void productsComeAndGoOneByOne() {
    String garden = add("2", "Garten");
    String products = "categories/" + garden + "/products";
    shelf.ok("POST", products, "{'productLink':{'sku':'iso-59','position':2,'category_id':'1'}}");
    assertThat(links("ISO-59").path(0).path("category_id").asString()).isEqualTo(garden);
    assertThat(shelf.refused("POST", products, "{'productLink':{'sku':'GIBTS-NICHT'}}"))
        .startsWith("404 ");
    shelf.ok("DELETE", products + "/ISO-59", "");
    assertThat(shelf.refused("DELETE", products + "/ISO-59", ""))
        .isEqualTo("400 The category doesn't contain the specified product.");
    shelf.ok("PUT", products, "{'productLink':{'sku':'ISO-59'}}");
    shelf.ok("DELETE", "categories/" + garden, "");
    assertThat(links("ISO-59").isMissingNode()).isTrue();
    assertThat(shelf.refused("GET", "categories/" + garden, "")).startsWith("404 No such entity");
  }
}

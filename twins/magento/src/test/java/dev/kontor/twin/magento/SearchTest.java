package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Criteria on the recorded orders, five of which stand out: 20, 22, 40, 42 and 49. */
class SearchTest {
  private static MagentoTwin twin;
  private static SignedClient shop;

  @BeforeAll
  static void start() throws IOException {
    twin = MagentoTwin.start(Options.demo());
    shop = new SignedClient(twin.uri());
    var recorded = Json.object();
    var orders = recorded.putArray("orders");
    List.of("n-eu-b2b-reverse", "n-bundle-dynamic", "n-cancelled", "n-held", "n-usd")
        .forEach(n -> orders.add(Fixtures.order(n)));
    shop.post("/_twin/shop/recorded", recorded);
  }

  @AfterAll
  static void stop() {
    shop.close();
    twin.close();
  }

  private static String filter(int group, int index, String field, String value, String type) {
    String at = "searchCriteria[filter_groups][" + group + "][filters][" + index + "]";
    return at
        + "[field]="
        + field
        + "&"
        + at
        + "[value]="
        + value
        + "&"
        + at
        + "[condition_type]="
        + type;
  }

  private static List<Long> ids(String query) {
    JsonNode found = shop.get("/rest/V1/orders?" + query).json();
    return found.path("items").valueStream().map(o -> o.path("entity_id").asLong()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status | canceled | eq | 40",
        "status | CANCELED | eq | 40",
        "status | canceled | neq | 20,22,42,49",
        "entity_id | 40 | gt | 42,49",
        "entity_id | 40 | gteq | 40,42,49",
        "entity_id | 40 | moreq | 40,42,49",
        "entity_id | 40 | from | 40,42,49",
        "entity_id | 40 | lt | 20,22",
        "entity_id | 40 | to | 20,22,40",
        "entity_id | 20,49,x | in | 20,49",
        "entity_id | 20,49 | nin | 22,40,42",
        "customer_email | %25example.com | like | 20,22,40,49",
        "customer_email | %25example.com | nlike | 42",
        "customer_id | x | null | 22,40,42,49",
        "customer_id | x | notnull | 20",
        "customer_id | 3 | neq | ''",
        "store_name | x | bogus | ''",
        "status | holded | bogus | 42",
        "grand_total | 300 EUR | gt | 20,40,42",
        "updated_at | 2026-11-21 09:54:42 | gteq | 49",
        "updated_at | 2026-11-21T09:54:42%2B05:00 | gteq | 49",
        "updated_at | gestern | gteq | 20,22,40,42,49",
        "updated_at | gestern | lt | ''",
        "increment_id | 2000000001,000000040 | in | 40,49",
        "increment_id | 000000040 | finset | 40",
      })
  void conditions(String field, String value, String type, String expected) {
    List<Long> wanted =
        expected.isEmpty()
            ? List.of()
            : List.of(expected.split(",")).stream().map(Long::valueOf).toList();
    assertThat(ids(filter(0, 0, field, value, type))).isEqualTo(wanted);
  }

  @Test
  void filtersOfAGroupAreAlternativesGroupsAreNot() {
    String either =
        filter(0, 0, "status", "canceled", "eq") + "&" + filter(0, 1, "status", "holded", "eq");
    assertThat(ids(either)).containsExactly(40L, 42L);
    assertThat(ids(either + "&" + filter(1, 0, "entity_id", "40", "gt"))).containsExactly(42L);
  }

  @Test
  void pagesAndOrders() {
    String down = "searchCriteria[sortOrders][0][field]=grand_total";
    assertThat(ids(down)).containsExactly(20L, 40L, 42L, 22L, 49L);
    String size = "&searchCriteria[pageSize]=";
    String up = down + "&searchCriteria[sortOrders][0][direction]=asc";
    assertThat(ids(up + size + "2&searchCriteria[currentPage]=2")).containsExactly(42L, 40L);
    assertThat(ids(up + size + "0")).hasSize(5);
    assertThat(ids(up + size + "-1")).containsExactly(49L);
    assertThat(ids(up + size + "2&searchCriteria[currentPage]=9")).isEmpty();
    assertThat(ids("search_criteria[page_size]=2")).hasSize(2);
  }

  @Test
  void fieldsTrim() {
    JsonNode order =
        shop.get("/rest/V1/orders/22?fields=entity_id,items[sku,parent_item[sku]]").json();
    assertThat(order.propertyNames()).containsExactlyInAnyOrder("entity_id", "items");
    assertThat(order.path("items").path(1).toString())
        .isEqualTo(
            "{\"sku\":\"KOCHER-F1\",\"parent_item\":{\"sku\":\"SET-CAMP-KOCHER-F1-GAS-230-MAHL-DAL\"}}");
    assertThat(shop.get("/rest/V1/orders/40?fields=status_histories[comment]").text())
        .isEqualTo("{\"status_histories\":null}");
    assertThat(shop.get("/rest/V1/orders/40?fields=a-b").text()).isEqualTo("[]");
  }
}

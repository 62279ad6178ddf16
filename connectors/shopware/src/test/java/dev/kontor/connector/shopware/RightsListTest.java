package dev.kontor.connector.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.shopware.twin.LeastRights;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Settings;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** The check asks for what the page names for the settings that are used, and for no more. */
class RightsListTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                          | always
          {"deliveryPositions":true}  | always;setting `deliveryPositions`
          {"products":{}}             | always;setting `products`
          {"products":{"rootCategory":"01a1fd5a746d734db4af16b739ca30fe"}} \
          | always;setting `products`;setting `products.rootCategory`
          {"products":{"deletions":"delete"}} \
          | always;setting `products`;setting `products.deletions` is `delete`
          {"prices":{}}               | always;setting `prices`
          {"progress":{}}             | always;setting `progress`
          """)
  void areThoseOfThePage(String settings, String uses) {
    ObjectNode values = (ObjectNode) ModelJson.parse(settings);
    values.put("url", "https://shop.example").put("clientId", "SWIA").put("clientSecret", "s");
    RightsList needed = RightsList.of(ShopwareSettings.of(new Settings("shop", values)));
    Set<String> all = new TreeSet<>(needed.write());
    needed.read().forEach(entity -> all.add(entity + ":read"));
    Set<String> told = new TreeSet<>();
    for (String use : List.of(uses.split(";", -1))) {
      told.addAll(LeastRights.fromPage(Pattern.quote(use)));
    }
    assertThat(all).isEqualTo(told).isNotEmpty();
  }
}

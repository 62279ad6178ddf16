package dev.kontor.connector.magento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.connector.magento.api.Bearer;
import dev.kontor.connector.magento.api.Integration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with a setting is said by its name, with what to write. */
class MagentoSettingsTest {

  private static void refused(String name, Object value, String... said) {
    assertThatThrownBy(() -> TestShop.settings(Map.of(name, value))).hasMessageContainingAll(said);
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    MagentoSettings settings = TestShop.settings(Map.of());
    assertThat(settings.credentials()).isInstanceOf(Integration.class);
    assertThat(settings.store()).isEqualTo("all");
    assertThat(settings.storeIds()).isEmpty();
    assertThat(settings.overlap()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.replyComment()).isTrue();
    assertThat(settings.replyExtOrderId()).isFalse();
    assertThat(settings.toString() + settings.credentials()).doesNotContain("s1", "t1", "s2");
  }

  @Test
  void eachKeyThatIsMissingIsNamed() {
    refused("consumerKey", "", "shop.consumerKey is missing");
    refused("consumerSecret", "", "shop.consumerSecret is missing");
    refused("token", "", "shop.token is missing");
    refused("tokenSecret", "", "shop.tokenSecret is missing");
  }

  @Test
  void aBearerTokenStandsAlone() {
    refused("bearerToken", "b", "shop.bearerToken cannot stand beside consumerKey");
    Map<String, Object> alone =
        Map.of(
            "bearerToken",
            "b",
            "consumerKey",
            "",
            "consumerSecret",
            "",
            "token",
            "",
            "tokenSecret",
            "");
    assertThat(TestShop.settings(alone).credentials()).isEqualTo(new Bearer("b"));
  }

  @Test
  void whatCannotBeReadIsRefused() {
    refused("url", "shop.example", "shop.url needs http or https and a host");
    refused("url", "https://shop example", "shop.url is not an address");
    refused("overlap", "2 minutes", "shop.overlap is no ISO-8601 duration", "PT2M");
    refused("storeIds", List.of("default"), "shop.storeIds contains an entry that is no id");
    refused("replyComment", false, "shop.replyComment and replyExtOrderId are both off");
  }
}
